"""The commands, one module each, imported when it is called. Every module has `command`, a click command."""
