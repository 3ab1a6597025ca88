-- An index of schema 7, made by the juesuan of commit 0bf6c60 from a fictional report of corpus/reports.
CREATE TABLE "meta" (
   "key" TEXT PRIMARY KEY,
   "value" TEXT NOT NULL
);
CREATE TABLE "documents" (
   "id" INTEGER PRIMARY KEY,
   "sha256" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "format" TEXT,
   "title" TEXT,
   "organisation" TEXT,
   "year" INTEGER,
   "kind" TEXT,
   "pages" INTEGER,
   "characters" INTEGER,
   "status" TEXT NOT NULL,
   "message" TEXT,
   "closed" INTEGER,
   "closable" INTEGER,
   "unbound" INTEGER,
   "facts" INTEGER,
   "findings" INTEGER,
   "version" TEXT,
   "indexed_at" TEXT
);
CREATE INDEX "idx_documents_name"
    ON "documents" ("name");
CREATE INDEX "idx_documents_organisation"
    ON "documents" ("organisation");
CREATE INDEX "idx_documents_year"
    ON "documents" ("year");
CREATE INDEX "idx_documents_kind"
    ON "documents" ("kind");
CREATE INDEX "idx_documents_status"
    ON "documents" ("status");
CREATE UNIQUE INDEX "idx_documents_sha256"
    ON "documents" ("sha256");
CREATE TABLE "files" (
   "path" TEXT PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "size" INTEGER,
   "mtime_ns" INTEGER
);
CREATE INDEX "idx_files_document_id"
    ON "files" ("document_id");
CREATE TABLE "texts" (
   "document_id" INTEGER PRIMARY KEY REFERENCES "documents"("id") ON DELETE CASCADE,
   "text" TEXT NOT NULL
);
CREATE TABLE "pages" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "number" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "confidence" REAL,
   "doubtful" TEXT
);
CREATE INDEX "idx_pages_document_id"
    ON "pages" ("document_id");
CREATE TABLE "sections" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "level" INTEGER,
   "number" TEXT,
   "title" TEXT,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "page" INTEGER,
   "parent" INTEGER REFERENCES "sections"("id") ON DELETE CASCADE
);
CREATE INDEX "idx_sections_document_id"
    ON "sections" ("document_id");
CREATE INDEX "idx_sections_parent"
    ON "sections" ("parent");
CREATE TABLE "passages" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "section_id" INTEGER REFERENCES "sections"("id") ON DELETE CASCADE,
   "text" TEXT NOT NULL,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "page" INTEGER,
   "explains" INTEGER,
   "categories" TEXT,
   "tokens" TEXT,
   "marks" TEXT
);
CREATE INDEX "idx_passages_document_id"
    ON "passages" ("document_id");
CREATE INDEX "idx_passages_section_id"
    ON "passages" ("section_id");
CREATE TABLE "tables" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "name" TEXT,
   "title" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "rows" INTEGER,
   "columns" INTEGER,
   "cells" TEXT NOT NULL
);
CREATE INDEX "idx_tables_document_id"
    ON "tables" ("document_id");
CREATE INDEX "idx_tables_name"
    ON "tables" ("name");
CREATE TABLE "subjects" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "code" TEXT,
   "class" TEXT,
   "subclass" TEXT,
   "item" TEXT,
   "leaf" TEXT,
   "canonical" TEXT
);
CREATE INDEX "idx_subjects_canonical"
    ON "subjects" ("canonical");
CREATE INDEX "idx_subjects_code"
    ON "subjects" ("code");
CREATE UNIQUE INDEX "idx_subjects_name"
    ON "subjects" ("name");
CREATE TABLE "amounts" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "subject_id" INTEGER REFERENCES "subjects"("id") ON DELETE CASCADE,
   "code" TEXT,
   "measure" TEXT NOT NULL,
   "value" TEXT NOT NULL,
   "unit" TEXT,
   "yuan" TEXT,
   "stated" TEXT,
   "table" TEXT,
   "column" TEXT,
   "source" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_amounts_document_id"
    ON "amounts" ("document_id");
CREATE INDEX "idx_amounts_subject_id_year_measure"
    ON "amounts" ("subject_id", "year", "measure");
CREATE INDEX "idx_amounts_year"
    ON "amounts" ("year");
CREATE TABLE "variances" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "subject_id" INTEGER REFERENCES "subjects"("id") ON DELETE CASCADE,
   "code" TEXT,
   "compared_with" TEXT,
   "baseline" TEXT,
   "actual" TEXT,
   "change" TEXT,
   "change_rate" TEXT,
   "completion_rate" TEXT,
   "unit" TEXT,
   "direction" TEXT,
   "reason" TEXT,
   "category" TEXT,
   "categories" TEXT,
   "filled_budget" TEXT,
   "filled_actual" TEXT,
   "filled_difference" TEXT,
   "filled_rate" TEXT,
   "filled_unit" TEXT,
   "source" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_variances_document_id"
    ON "variances" ("document_id");
CREATE INDEX "idx_variances_subject_id_year_compared_with"
    ON "variances" ("subject_id", "year", "compared_with");
CREATE INDEX "idx_variances_year_compared_with_direction"
    ON "variances" ("year", "compared_with", "direction");
CREATE TABLE "explained" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "passage_id" INTEGER,
   "subject_id" INTEGER REFERENCES "subjects"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "class" TEXT,
   "depth" INTEGER,
   "compared_with" TEXT,
   "direction" TEXT,
   "category" TEXT,
   "categories" TEXT,
   "budget" REAL,
   "actual" REAL,
   "difference" REAL,
   "rate" REAL
);
CREATE INDEX "idx_explained_document_id"
    ON "explained" ("document_id");
CREATE INDEX "idx_explained_subject_id"
    ON "explained" ("subject_id");
CREATE INDEX "idx_explained_category_difference"
    ON "explained" ("category", "difference");
CREATE INDEX "idx_explained_year_difference"
    ON "explained" ("year", "difference");
CREATE INDEX "idx_explained_class_difference"
    ON "explained" ("class", "difference");
CREATE INDEX "idx_explained_difference"
    ON "explained" ("difference");
CREATE INDEX "idx_explained_budget"
    ON "explained" ("budget");
CREATE INDEX "idx_explained_actual"
    ON "explained" ("actual");
CREATE INDEX "idx_explained_rate"
    ON "explained" ("rate");
CREATE INDEX "idx_explained_depth_compared_with_category_class_year_direction_subject_id_document_id_budget_actual_difference"
    ON "explained" ("depth", "compared_with", "category", "class", "year", "direction", "subject_id", "document_id", "budget", "actual", "difference");
CREATE INDEX "idx_explained_passage_id"
    ON "explained" ("passage_id");
CREATE TABLE "projects" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "project" TEXT,
   "budget" TEXT,
   "executed" TEXT,
   "completion_rate" TEXT,
   "unit" TEXT,
   "score" TEXT,
   "problems" TEXT,
   "improvements" TEXT,
   "source" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_projects_document_id"
    ON "projects" ("document_id");
CREATE INDEX "idx_projects_project"
    ON "projects" ("project");
CREATE TABLE "indicators" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "project_id" INTEGER REFERENCES "projects"("id") ON DELETE CASCADE,
   "project" TEXT,
   "indicator" TEXT,
   "type" TEXT,
   "comparator" TEXT,
   "target" TEXT,
   "actual" TEXT,
   "unit" TEXT,
   "score" TEXT,
   "full_score" TEXT,
   "reason" TEXT,
   "category" TEXT,
   "source" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_indicators_document_id"
    ON "indicators" ("document_id");
CREATE INDEX "idx_indicators_project_id"
    ON "indicators" ("project_id");
CREATE INDEX "idx_indicators_category"
    ON "indicators" ("category");
CREATE TABLE "reasons" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "variance_id" INTEGER REFERENCES "variances"("id") ON DELETE CASCADE,
   "indicator_id" INTEGER REFERENCES "indicators"("id") ON DELETE CASCADE,
   "subject" TEXT,
   "compared_with" TEXT,
   "direction" TEXT,
   "text" TEXT NOT NULL,
   "category" TEXT,
   "rank" INTEGER,
   "source" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_reasons_document_id"
    ON "reasons" ("document_id");
CREATE INDEX "idx_reasons_variance_id"
    ON "reasons" ("variance_id");
CREATE INDEX "idx_reasons_indicator_id"
    ON "reasons" ("indicator_id");
CREATE INDEX "idx_reasons_category"
    ON "reasons" ("category");
CREATE TABLE "findings" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "year" INTEGER,
   "rule" TEXT,
   "severity" TEXT,
   "message" TEXT,
   "expected" TEXT,
   "observed" TEXT,
   "evidence" TEXT,
   "source" TEXT,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_findings_document_id"
    ON "findings" ("document_id");
CREATE INDEX "idx_findings_rule"
    ON "findings" ("rule");
CREATE TABLE "unbound" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "text" TEXT NOT NULL,
   "page" INTEGER,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "quote" TEXT NOT NULL
);
CREATE INDEX "idx_unbound_document_id"
    ON "unbound" ("document_id");
CREATE TABLE "sums" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id") ON DELETE CASCADE,
   "name" TEXT NOT NULL,
   "total" TEXT,
   "parts" TEXT,
   "count" INTEGER,
   "closed" INTEGER
);
CREATE INDEX "idx_sums_document_id"
    ON "sums" ("document_id");
CREATE INDEX "passages_place"
    ON "passages" ("id", "document_id", "section_id", "categories");
CREATE VIRTUAL TABLE "passages_fts" USING FTS5 (
    "tokens", "marks",
    tokenize='ascii',
    content="passages"
);
CREATE VIEW "v_documents" AS 
    SELECT d.id, d.name, d.sha256, d.format, d.title, d.organisation, d.year, d.kind, d.pages, d.characters,
        d.status, d.message, d.closed, d.closable, d.unbound, d.facts, d.findings, d.version, d.indexed_at
    FROM documents d;
CREATE VIEW "v_passages" AS 
    SELECT p.id, p.document_id, d.name AS document, d.organisation, d.year, p.text, p.start, p."end", p.page,
        s.title AS section, p.explains
    FROM passages p JOIN documents d ON d.id = p.document_id LEFT JOIN sections s ON s.id = p.section_id;
CREATE VIEW "v_tables" AS 
    SELECT t.id, t.document_id, d.name AS document, d.organisation, d.year, t.name, t.title, t.page, t.start, t."end",
        t.rows, t.columns, t.cells
    FROM tables t JOIN documents d ON d.id = t.document_id;
CREATE VIEW "v_amounts" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, s.name AS subject, f.code, f.measure, f.value, f.unit, f.yuan, f.stated, f."table", f."column",
        f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM amounts f JOIN documents d ON d.id = f.document_id JOIN subjects s ON s.id = f.subject_id;
CREATE VIEW "v_variances" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, s.name AS subject, f.code, f.compared_with,
        f.filled_budget AS budget, f.filled_actual AS actual, f.filled_difference AS difference, f.change_rate,
        f.filled_rate AS completion_rate, f.filled_unit AS unit, f.direction, f.reason, f.category, f.categories,
        f.baseline, f.actual AS printed_actual, f.change, f.completion_rate AS printed_rate, f.unit AS printed_unit,
        f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM variances f JOIN documents d ON d.id = f.document_id JOIN subjects s ON s.id = f.subject_id;
CREATE VIEW "v_reasons" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, s.name AS subject, f.code, f.compared_with,
        f.filled_budget AS budget, f.filled_actual AS actual, f.filled_difference AS difference, f.change_rate,
        f.filled_rate AS completion_rate, f.filled_unit AS unit, f.direction, f.reason, f.category, f.categories,
        f.baseline, f.actual AS printed_actual, f.change, f.completion_rate AS printed_rate, f.unit AS printed_unit,
        f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM variances f JOIN documents d ON d.id = f.document_id JOIN subjects s ON s.id = f.subject_id
    WHERE f.reason IS NOT NULL;
CREATE VIEW "v_causes" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, f.subject, f.compared_with, f.direction, f.text, f.category, f.rank, f.variance_id, f.indicator_id,
        f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM reasons f JOIN documents d ON d.id = f.document_id;
CREATE VIEW "v_projects" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, f.project, f.budget, f.executed, f.completion_rate, f.unit, f.score, f.problems, f.improvements,
        f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM projects f JOIN documents d ON d.id = f.document_id;
CREATE VIEW "v_indicators" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, f.project, f.indicator, f.type, f.comparator, f.target, f.actual, f.unit, f.score, f.full_score,
        f.reason, f.category, f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM indicators f JOIN documents d ON d.id = f.document_id;
CREATE VIEW "v_findings" AS 
    SELECT f.id, f.document_id, d.name AS document, d.organisation, f.year, f.rule, f.severity, f.message, f.expected, f.observed, f.evidence, f.source, f.page, f.start, f."end", f.quote, NULL AS review
    FROM findings f JOIN documents d ON d.id = f.document_id;
CREATE VIEW "v_execution" AS 
    SELECT v.id, v.document_id, v.document, v.organisation, v.year, v.subject, s.leaf, e.class, e.depth,
        v.compared_with, e.budget, e.actual, e.difference, e.rate, v.direction, v.category, v.reason, v.page, v.quote,
        v.review
    FROM explained e JOIN v_variances v ON v.id = e.id JOIN subjects s ON s.id = e.subject_id
    WHERE e.compared_with IN ('年初预算', '全年预算', '预算');
CREATE VIEW "v_shortfalls" AS 
    SELECT v.id, v.document_id, v.document, v.organisation, v.year, v.subject, s.leaf, e.class, e.depth,
        v.compared_with, e.budget, e.actual, e.difference, e.rate, v.direction, v.category, v.reason, v.page, v.quote,
        v.review
    FROM explained e JOIN v_variances v ON v.id = e.id JOIN subjects s ON s.id = e.subject_id
    WHERE e.compared_with = '年初预算' AND e.direction = '减少' AND e.depth = 3;
CREATE VIEW "v_totals" AS 
    SELECT d.id AS document_id, d.name AS document, d.organisation, d.year, d.kind,
        max(CASE WHEN f.subject = '收入总计' THEN f.yuan END) AS "income",
        max(CASE WHEN f.subject = '支出总计' THEN f.yuan END) AS "expenditure",
        max(CASE WHEN f.subject = '一般公共预算财政拨款支出' THEN f.yuan END) AS "fiscal_expenditure",
        max(CASE WHEN f.subject = '基本支出' THEN f.yuan END) AS "basic",
        max(CASE WHEN f.subject = '项目支出' THEN f.yuan END) AS "projects"
    FROM (
        SELECT a.document_id, s.name AS subject, CAST(a.yuan AS REAL) AS yuan,
            row_number() OVER (PARTITION BY a.document_id, s.name ORDER BY a.source = 'table', a.start, a.id) AS nth
        FROM amounts a JOIN subjects s ON s.id = a.subject_id JOIN documents d ON d.id = a.document_id
        WHERE s.name IN ('收入总计', '支出总计', '一般公共预算财政拨款支出', '基本支出', '项目支出') AND a.yuan IS NOT NULL AND a.year = d.year
            AND a.measure = CASE d.kind WHEN '预算' THEN '预算数' ELSE '决算数' END
            AND coalesce(a."column", '') IN ('', '合计', '决算数', '支出/决算数', '收入/决算数')
    ) f JOIN documents d ON d.id = f.document_id
    WHERE f.nth = 1 GROUP BY d.id;
CREATE VIEW "v_running_costs" AS 
    SELECT d.id AS document_id, d.name AS document, d.organisation, d.year, d.kind,
        max(CASE WHEN f.subject = '“三公”经费' THEN f.yuan END) AS "all",
        max(CASE WHEN f.subject = '因公出国（境）费' THEN f.yuan END) AS "abroad",
        max(CASE WHEN f.subject = '公务用车购置及运行费' THEN f.yuan END) AS "cars",
        max(CASE WHEN f.subject = '公务接待费' THEN f.yuan END) AS "receptions"
    FROM (
        SELECT a.document_id, s.name AS subject, CAST(a.yuan AS REAL) AS yuan,
            row_number() OVER (PARTITION BY a.document_id, s.name ORDER BY a.source = 'table', a.start, a.id) AS nth
        FROM amounts a JOIN subjects s ON s.id = a.subject_id JOIN documents d ON d.id = a.document_id
        WHERE s.name IN ('“三公”经费', '因公出国（境）费', '公务用车购置及运行费', '公务接待费') AND a.yuan IS NOT NULL AND a.year = d.year
            AND a.measure = CASE d.kind WHEN '预算' THEN '预算数' ELSE '决算数' END
            AND coalesce(a."column", '') IN ('', '合计', '决算数', '支出/决算数', '收入/决算数')
    ) f JOIN documents d ON d.id = f.document_id
    WHERE f.nth = 1 GROUP BY d.id;
CREATE VIEW "v_unmet_indicators" AS 
    SELECT id, document_id, document, organisation, year, project, indicator, type, comparator, target, actual, unit,
        reason, category, page, quote, review
    FROM v_indicators WHERE reason IS NOT NULL;
CREATE VIEW "v_categories" AS 
    SELECT e.year, e.category, count(*) AS count, round(sum(e.difference), 2) AS difference
    FROM explained e GROUP BY e.year, e.category;
CREATE TRIGGER "passages_ai" AFTER INSERT ON "passages" BEGIN
  INSERT INTO "passages_fts" (rowid, "tokens", "marks") VALUES (new.rowid, new."tokens", new."marks");
END;
CREATE TRIGGER "passages_ad" AFTER DELETE ON "passages" BEGIN
  INSERT INTO "passages_fts" ("passages_fts", rowid, "tokens", "marks") VALUES('delete', old.rowid, old."tokens", old."marks");
END;
CREATE TRIGGER "passages_au" AFTER UPDATE ON "passages" BEGIN
  INSERT INTO "passages_fts" ("passages_fts", rowid, "tokens", "marks") VALUES('delete', old.rowid, old."tokens", old."marks");
  INSERT INTO "passages_fts" (rowid, "tokens", "marks") VALUES (new.rowid, new."tokens", new."marks");
END;
INSERT INTO "meta" VALUES('tokens','2');
INSERT INTO "documents" VALUES(1,'45da622259ff457960891b002a3164e70b2b3ba41fbc4a39ae2b7b95772bdaba','乌兰河旗第一中学2022年度单位决算.txt','text','北原自治区乌兰河旗第一中学２０２２年度单位决算公开报告','北原自治区乌兰河旗第一中学',2022,'决算',NULL,2780,'ok',NULL,8,8,0,119,0,'0.1.0+de477cf5900a','2026-11-29T16:17:25+00:00');
INSERT INTO "files" VALUES('/报告/乌兰河旗第一中学2022年度单位决算.txt',1,4996,1795969024142452335);
INSERT INTO "texts" VALUES(1,'北原自治区乌兰河旗第一中学２０２２年度单位决算公开报告
目录
第一部分 单位基本情况
第二部分 2022年度单位决算情况说明
第三部分 名词解释
第四部分 单位决算公开表
第一部分 单位基本情况
一、主要职能
实施初中义务教育，按课程标准组织教育教学，开展蒙汉双语教研和寄宿生管理。
二、机构设置及决算单位构成情况
本单位为乌兰河旗教育体育局所属公益一类事业单位。年末在职人员186人，离退休人员64人。
第二部分 2022年度单位决算情况说明
一、关于2022年度预算执行情况分析
2022年度收入合计年初预算为2,684.30万元，决算数为3,015.72万元，完成年初预算的112.35%，决算数大于年初预算数的主要原因是年中追加义务教育薄弱环节改善资金。
二、关于2022年度决算情况说明
（一）关于收支情况总体说明
乌兰河旗第一中学2022年度收入总计3,068.32万元，支出总计3,068.32万元。与2021年度相比，收、支总计各增加214.86万元，增长7.53%。增减变化的主要原因是新招聘教师到岗，工资性支出增加。
（二）关于2022年度收入决算情况说明
2022年度收入合计3,015.72万元，其中：一般公共预算财政拨款收入2,935.72万元，占97.35%；事业收入80.00万元，占2.65%。年初结转和结余52.60万元。本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。
（三）关于2022年度支出决算情况说明
2022年度支出合计3,040.18万元，其中：基本支出2,512.43万元，占82.64%；项目支出527.75万元，占17.36%。年末结转和结余28.14万元。
（四）关于2022年度财政拨款收入支出决算总体情况说明
2022年度财政拨款收入总计2,988.32万元，支出总计2,988.32万元。与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。增减变化的主要原因是新招聘教师到岗，工资性支出增加。
（五）关于2022年度一般公共预算财政拨款支出决算情况说明
2022年度一般公共预算财政拨款支出2,960.18万元，占本年支出合计的97.37%。与年初预算相比，一般公共预算财政拨款支出增加275.88万元，增长10.28%。按功能分类，具体情况如下：
1、教育支出（类）普通教育（款）初中教育（项）。年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。
2、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。
3、卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。年初预算142.30万元，支出决算142.30万元，决算数与年初预算数一致。
4、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。
（六）关于2022年度一般公共预算财政拨款基本支出决算情况说明
2022年度一般公共预算财政拨款基本支出2,432.43万元，其中：人员经费2,301.83万元，公用经费130.60万元。
（七）关于2022年度财政拨款“三公”经费支出决算情况说明
１、财政拨款“三公”经费支出决算总体情况说明
2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。“三公”经费支出减少的主要原因是受疫情影响，外出教研用车减少。
２、财政拨款“三公”经费支出决算具体情况说明
（1）公务用车运行维护费支出４．８５万元，比上年减少０．６５万元，下降１１．８２％，主要原因是公务用车由两辆减为一辆。
（2）因公出国（境）费支出０万元，主要原因是未安排教师出国（境）研修。
（3）公务接待费支出０万元，主要原因是学校不安排公务接待。
（八）关于2022年度政府性基金预算财政拨款支出决算情况说明
本单位2022年度没有政府性基金预算财政拨款支出，故本表无数据。
（九）关于2022年度国有资本经营预算支出决算情况说明
本单位2022年度没有国有资本经营预算财政拨款支出，故本表无数据。
（十）关于2022年度项目支出决算情况说明
2022年度项目支出527.75万元，比上年减少38.20万元，下降6.75%，主要原因是塑胶操场建设项目上年完工。
（十一）政府采购支出情况
2022年度政府采购支出总额96.40万元，其中：政府采购货物支出61.40万元、政府采购工程支出0万元、政府采购服务支出35.00万元。
（十二）机关运行经费支出情况
本单位为事业单位，无机关运行经费。
（十三）国有资产占用情况
截至2022年12月31日，本单位共有车辆1辆，其中：其他用车1辆。单价100万元以上设备（不含车辆）0台（套）。
三、预算绩效评价工作开展情况
（一）预算绩效管理工作开展情况
本单位对2022年度项目支出开展绩效自评，涉及项目3个，资金527.75万元。
（二）单位决算中项目绩效自评结果
义务教育薄弱环节改善项目自评综述：全年预算数为300.00万元，执行数为285.00万元，完成预算的95.00%。项目绩效目标完成情况：一是改造教室24间；二是购置课桌椅600套。发现的主要问题：部分设备到货较晚。下一步改进措施：提前编报采购计划。
寄宿生生活补助项目自评综述：全年预算数为186.75万元，执行数为186.75万元，完成预算的100.00%。项目绩效目标完成情况：一是补助寄宿生1,245人；二是补助资金按时发放率达到100%。
校园网络升级项目自评综述：全年预算数为60.00万元，执行数为56.00万元，完成预算的93.33%。项目绩效目标完成情况：一是网络覆盖率达到98%。下一步改进措施：完善运维合同考核。
第三部分 名词解释
（一）事业收入：指学校开展教学活动取得的收入，如住宿费。
第四部分 单位决算公开表
一、收入支出决算总表
二、收入决算表
三、支出决算表
四、财政拨款收入支出决算总表
五、一般公共预算财政拨款支出决算表
六、一般公共预算财政拨款基本支出决算明细表
七、政府性基金预算财政拨款收入支出决算表
八、国有资本经营预算财政拨款支出决算表
九、机构运行信息表
');
INSERT INTO "sections" VALUES(1,1,1,'第一部分','单位基本情况',31,43,NULL,NULL);
INSERT INTO "sections" VALUES(2,1,1,'第二部分','2022年度单位决算情况说明',43,63,NULL,NULL);
INSERT INTO "sections" VALUES(3,1,1,'第三部分','名词解释',63,73,NULL,NULL);
INSERT INTO "sections" VALUES(4,1,1,'第四部分','单位决算公开表',73,86,NULL,NULL);
INSERT INTO "sections" VALUES(5,1,1,'第一部分','单位基本情况',86,203,NULL,NULL);
INSERT INTO "sections" VALUES(6,1,2,'一、','主要职能',98,142,NULL,5);
INSERT INTO "sections" VALUES(7,1,2,'二、','机构设置及决算单位构成情况',142,203,NULL,5);
INSERT INTO "sections" VALUES(8,1,1,'第二部分','2022年度单位决算情况说明',203,2595,NULL,NULL);
INSERT INTO "sections" VALUES(9,1,2,'一、','关于2022年度预算执行情况分析',223,332,NULL,8);
INSERT INTO "sections" VALUES(10,1,2,'二、','关于2022年度决算情况说明',332,2190,NULL,8);
INSERT INTO "sections" VALUES(11,1,3,'（一）','关于收支情况总体说明',349,469,NULL,10);
INSERT INTO "sections" VALUES(12,1,3,'（二）','关于2022年度收入决算情况说明',469,639,NULL,10);
INSERT INTO "sections" VALUES(13,1,3,'（三）','关于2022年度支出决算情况说明',639,743,NULL,10);
INSERT INTO "sections" VALUES(14,1,3,'（四）','关于2022年度财政拨款收入支出决算总体情况说明',743,877,NULL,10);
INSERT INTO "sections" VALUES(15,1,3,'（五）','关于2022年度一般公共预算财政拨款支出决算情况说明',877,1392,NULL,10);
INSERT INTO "sections" VALUES(16,1,3,'（六）','关于2022年度一般公共预算财政拨款基本支出决算情况说明',1392,1487,NULL,10);
INSERT INTO "sections" VALUES(17,1,3,'（七）','关于2022年度财政拨款“三公”经费支出决算情况说明',1487,1796,NULL,10);
INSERT INTO "sections" VALUES(18,1,4,'1、','财政拨款“三公”经费支出决算总体情况说明',1517,1647,NULL,17);
INSERT INTO "sections" VALUES(19,1,4,'2、','财政拨款“三公”经费支出决算具体情况说明',1647,1796,NULL,17);
INSERT INTO "sections" VALUES(20,1,3,'（八）','关于2022年度政府性基金预算财政拨款支出决算情况说明',1796,1860,NULL,10);
INSERT INTO "sections" VALUES(21,1,3,'（九）','关于2022年度国有资本经营预算支出决算情况说明',1860,1922,NULL,10);
INSERT INTO "sections" VALUES(22,1,3,'（十）','关于2022年度项目支出决算情况说明',1922,2003,NULL,10);
INSERT INTO "sections" VALUES(23,1,3,'（十一）','政府采购支出情况',2003,2086,NULL,10);
INSERT INTO "sections" VALUES(24,1,3,'（十二）','机关运行经费支出情况',2086,2119,NULL,10);
INSERT INTO "sections" VALUES(25,1,3,'（十三）','国有资产占用情况',2119,2190,NULL,10);
INSERT INTO "sections" VALUES(26,1,2,'三、','预算绩效评价工作开展情况',2190,2595,NULL,8);
INSERT INTO "sections" VALUES(27,1,3,'（一）','预算绩效管理工作开展情况',2205,2261,NULL,26);
INSERT INTO "sections" VALUES(28,1,3,'（二）','单位决算中项目绩效自评结果',2261,2595,NULL,26);
INSERT INTO "sections" VALUES(29,1,1,'第三部分','名词解释',2595,2634,NULL,NULL);
INSERT INTO "sections" VALUES(30,1,1,'第四部分','单位决算公开表',2634,2780,NULL,NULL);
INSERT INTO "sections" VALUES(31,1,2,'一、','收入支出决算总表',2647,2658,NULL,30);
INSERT INTO "sections" VALUES(32,1,2,'二、','收入决算表',2658,2666,NULL,30);
INSERT INTO "sections" VALUES(33,1,2,'三、','支出决算表',2666,2674,NULL,30);
INSERT INTO "sections" VALUES(34,1,2,'四、','财政拨款收入支出决算总表',2674,2689,NULL,30);
INSERT INTO "sections" VALUES(35,1,2,'五、','一般公共预算财政拨款支出决算表',2689,2707,NULL,30);
INSERT INTO "sections" VALUES(36,1,2,'六、','一般公共预算财政拨款基本支出决算明细表',2707,2729,NULL,30);
INSERT INTO "sections" VALUES(37,1,2,'七、','政府性基金预算财政拨款收入支出决算表',2729,2750,NULL,30);
INSERT INTO "sections" VALUES(38,1,2,'八、','国有资本经营预算财政拨款支出决算表',2750,2770,NULL,30);
INSERT INTO "sections" VALUES(39,1,2,'九、','机构运行信息表',2770,2780,NULL,30);
INSERT INTO "passages" VALUES(1,1,NULL,'北原自治区乌兰河旗第一中学2022年度单位决算公开报告',0,27,NULL,0,NULL,'北原 原自 自治 治区 区乌 乌兰 兰河 河旗 旗第 第一 一中 中学 学2 20 02 22 2年 年度 度单 单位 位决 决算 算公 公开 开报 报告 告','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(2,1,NULL,'目录',28,30,NULL,0,NULL,'目录 录','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(3,1,1,'第一部分单位基本情况',31,42,NULL,0,NULL,'第一 一部 部分 分单 单位 位基 基本 本情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(4,1,2,'第二部分2022年度单位决算情况说明',43,62,NULL,0,NULL,'第二 二部 部分 分2 20 02 22 2年 年度 度单 单位 位决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(5,1,3,'第三部分名词解释',63,72,NULL,0,NULL,'第三 三部 部分 分名 名词 词解 解释 释','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(6,1,4,'第四部分单位决算公开表',73,85,NULL,0,NULL,'第四 四部 部分 分单 单位 位决 决算 算公 公开 开表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(7,1,5,'第一部分单位基本情况',86,97,NULL,0,NULL,'第一 一部 部分 分单 单位 位基 基本 本情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(8,1,6,'一、主要职能',98,104,NULL,0,NULL,'一、 、主 主要 要职 职能 能','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(9,1,6,'实施初中义务教育，按课程标准组织教育教学，开展蒙汉双语教研和寄宿生管理。',105,141,NULL,0,NULL,'实施 施初 初中 中义 义务 务教 教育 育， ，按 按课 课程 程标 标准 准组 组织 织教 教育 育教 教学 学， ，开 开展 展蒙 蒙汉 汉双 双语 语教 教研 研和 和寄 寄宿 宿生 生管 管理 理。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(10,1,7,'二、机构设置及决算单位构成情况',142,157,NULL,0,NULL,'二、 、机 机构 构设 设置 置及 及决 决算 算单 单位 位构 构成 成情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(11,1,7,'本单位为乌兰河旗教育体育局所属公益一类事业单位。年末在职人员186人，离退休人员64人。',158,202,NULL,0,NULL,'本单 单位 位为 为乌 乌兰 兰河 河旗 旗教 教育 育体 体育 育局 局所 所属 属公 公益 益一 一类 类事 事业 业单 单位 位。 。年 年末 末在 在职 职人 人员 员1 18 86 6人 人， ，离 离退 退休 休人 人员 员6 64 4人 人。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹在 s在职 s职人 s人员 s员› s› s‹离 s离退 s退休 s休人 s人员 s员› s›');
INSERT INTO "passages" VALUES(12,1,8,'第二部分2022年度单位决算情况说明',203,222,NULL,0,NULL,'第二 二部 部分 分2 20 02 22 2年 年度 度单 单位 位决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(13,1,9,'一、关于2022年度预算执行情况分析',223,241,NULL,0,NULL,'一、 、关 关于 于2 20 02 22 2年 年度 度预 预算 算执 执行 行情 情况 况分 分析 析','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(14,1,9,'2022年度收入合计年初预算为2,684.30万元，决算数为3,015.72万元，完成年初预算的112.35%，决算数大于年初预算数的主要原因是年中追加义务教育薄弱环节改善资金。',242,331,NULL,1,'上级或调剂资金','20 02 22 2年 年度 度收 收入 入合 合计 计年 年初 初预 预算 算为 为2 26 68 84 4． ．3 30 0万 万元 元， ，决 决算 算数 数为 为3 30 01 15 5． ．7 72 2万 万元 元， ，完 完成 成年 年初 初预 预算 算的 的1 11 12 2． ．3 35 5％ ％， ，决 决算 算数 数大 大于 于年 年初 初预 预算 算数 数的 的主 主要 要原 原因 因是 是年 年中 中追 追加 加义 义务 务教 教育 育薄 薄弱 弱环 环节 节改 改善 善资 资金 金。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹收 s收入 s入合 s合计 s计› s› c‹上 c上级 c级或 c或调 c调剂 c剂资 c资金 c金› c› why');
INSERT INTO "passages" VALUES(15,1,10,'二、关于2022年度决算情况说明',332,348,NULL,0,NULL,'二、 、关 关于 于2 20 02 22 2年 年度 度决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(16,1,11,'（一）关于收支情况总体说明',349,362,NULL,0,NULL,'（一 一） ）关 关于 于收 收支 支情 情况 况总 总体 体说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(17,1,11,'乌兰河旗第一中学2022年度收入总计3,068.32万元，支出总计3,068.32万元。与2021年度相比，收、支总计各增加214.86万元，增长7.53%。增减变化的主要原因是新招聘教师到岗，工资性支出增加。',363,468,NULL,2,'人员变动','乌兰 兰河 河旗 旗第 第一 一中 中学 学2 20 02 22 2年 年度 度收 收入 入总 总计 计3 30 06 68 8． ．3 32 2万 万元 元， ，支 支出 出总 总计 计3 30 06 68 8． ．3 32 2万 万元 元。 。与 与2 20 02 21 1年 年度 度相 相比 比， ，收 收、 、支 支总 总计 计各 各增 增加 加2 21 14 4． ．8 86 6万 万元 元， ，增 增长 长7 7． ．5 53 3％ ％。 。增 增减 减变 变化 化的 的主 主要 要原 原因 因是 是新 新招 招聘 聘教 教师 师到 到岗 岗， ，工 工资 资性 性支 支出 出增 增加 加。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹支 s支出 s出总 s总计 s计› s› s‹收 s收入 s入总 s总计 s计› s› c‹人 c人员 c员变 c变动 c动› c› why');
INSERT INTO "passages" VALUES(18,1,12,'（二）关于2022年度收入决算情况说明',469,488,NULL,0,NULL,'（二 二） ）关 关于 于2 20 02 22 2年 年度 度收 收入 入决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(19,1,12,'2022年度收入合计3,015.72万元，其中：一般公共预算财政拨款收入2,935.72万元，占97.35%；事业收入80.00万元，占2.65%。年初结转和结余52.60万元。本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。',489,638,NULL,0,NULL,'20 02 22 2年 年度 度收 收入 入合 合计 计3 30 01 15 5． ．7 72 2万 万元 元， ，其 其中 中： ：一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款收 收入 入2 29 93 35 5． ．7 72 2万 万元 元， ，占 占9 97 7． ．3 35 5％ ％； ；事 事业 业收 收入 入8 80 0． ．0 00 0万 万元 元， ，占 占2 2． ．6 65 5％ ％。 。年 年初 初结 结转 转和 和结 结余 余5 52 2． ．6 60 0万 万元 元。 。本 本年 年度 度没 没有 有政 政府 府性 性基 基金 金预 预算 算财 财政 政拨 拨款 款收 收入 入、 、国 国有 有资 资本 本经 经营 营预 预算 算财 财政 政拨 拨款 款收 收入 入、 、上 上级 级补 补助 助收 收入 入、 、经 经营 营收 收入 入、 、附 附属 属单 单位 位上 上缴 缴收 收入 入、 、其 其他 他收 收入 入。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹一 s一般 s般公 s公共 s共预 s预算 s算财 s财政 s政拨 s拨款 s款收 s收入 s入› s› s‹收 s收入 s入合 s合计 s计› s› s‹事 s事业 s业收 s收入 s入› s› s‹年 s年初 s初结 s结转 s转和 s和结 s结余 s余› s› s‹上 s上级 s级补 s补助 s助收 s收入 s入› s› s‹其 s其他 s他收 s收入 s入› s› s‹国 s国有 s有资 s资本 s本经 s经营 s营预 s预算 s算财 s财政 s政拨 s拨款 s款收 s收入 s入› s› s‹政 s政府 s府性 s性基 s基金 s金预 s预算 s算财 s财政 s政拨 s拨款 s款收 s收入 s入› s› s‹经 s经营 s营收 s收入 s入› s› s‹附 s附属 s属单 s单位 s位上 s上缴 s缴收 s收入 s入› s›');
INSERT INTO "passages" VALUES(20,1,13,'（三）关于2022年度支出决算情况说明',639,658,NULL,0,NULL,'（三 三） ）关 关于 于2 20 02 22 2年 年度 度支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(21,1,13,'2022年度支出合计3,040.18万元，其中：基本支出2,512.43万元，占82.64%；项目支出527.75万元，占17.36%。年末结转和结余28.14万元。',659,742,NULL,0,NULL,'20 02 22 2年 年度 度支 支出 出合 合计 计3 30 04 40 0． ．1 18 8万 万元 元， ，其 其中 中： ：基 基本 本支 支出 出2 25 51 12 2． ．4 43 3万 万元 元， ，占 占8 82 2． ．6 64 4％ ％； ；项 项目 目支 支出 出5 52 27 7． ．7 75 5万 万元 元， ，占 占1 17 7． ．3 36 6％ ％。 。年 年末 末结 结转 转和 和结 结余 余2 28 8． ．1 14 4万 万元 元。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹基 s基本 s本支 s支出 s出› s› s‹支 s支出 s出合 s合计 s计› s› s‹项 s项目 s目支 s支出 s出› s› s‹年 s年末 s末结 s结转 s转和 s和结 s结余 s余› s›');
INSERT INTO "passages" VALUES(22,1,14,'（四）关于2022年度财政拨款收入支出决算总体情况说明',743,770,NULL,0,NULL,'（四 四） ）关 关于 于2 20 02 22 2年 年度 度财 财政 政拨 拨款 款收 收入 入支 支出 出决 决算 算总 总体 体情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(23,1,14,'2022年度财政拨款收入总计2,988.32万元，支出总计2,988.32万元。与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。增减变化的主要原因是新招聘教师到岗，工资性支出增加。',771,876,NULL,2,'人员变动','20 02 22 2年 年度 度财 财政 政拨 拨款 款收 收入 入总 总计 计2 29 98 88 8． ．3 32 2万 万元 元， ，支 支出 出总 总计 计2 29 98 88 8． ．3 32 2万 万元 元。 。与 与2 20 02 21 1年 年度 度相 相比 比， ，财 财政 政拨 拨款 款收 收、 、支 支总 总计 计各 各增 增加 加2 20 06 6． ．4 40 0万 万元 元， ，增 增长 长7 7． ．4 42 2％ ％。 。增 增减 减变 变化 化的 的主 主要 要原 原因 因是 是新 新招 招聘 聘教 教师 师到 到岗 岗， ，工 工资 资性 性支 支出 出增 增加 加。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹财 s财政 s政拨 s拨款 s款支 s支出 s出总 s总计 s计› s› s‹财 s财政 s政拨 s拨款 s款收 s收入 s入总 s总计 s计› s› c‹人 c人员 c员变 c变动 c动› c› why');
INSERT INTO "passages" VALUES(24,1,15,'（五）关于2022年度一般公共预算财政拨款支出决算情况说明',877,906,NULL,0,NULL,'（五 五） ）关 关于 于2 20 02 22 2年 年度 度一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(25,1,15,'2022年度一般公共预算财政拨款支出2,960.18万元，占本年支出合计的97.37%。与年初预算相比，一般公共预算财政拨款支出增加275.88万元，增长10.28%。按功能分类，具体情况如下：',907,1004,NULL,0,NULL,'20 02 22 2年 年度 度一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款支 支出 出2 29 96 60 0． ．1 18 8万 万元 元， ，占 占本 本年 年支 支出 出合 合计 计的 的9 97 7． ．3 37 7％ ％。 。与 与年 年初 初预 预算 算相 相比 比， ，一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款支 支出 出增 增加 加2 27 75 5． ．8 88 8万 万元 元， ，增 增长 长1 10 0． ．2 28 8％ ％。 。按 按功 功能 能分 分类 类， ，具 具体 体情 情况 况如 如下 下： ：','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹一 s一般 s般公 s公共 s共预 s预算 s算财 s财政 s政拨 s拨款 s款支 s支出 s出› s›');
INSERT INTO "passages" VALUES(26,1,15,'1、教育支出（类）普通教育（款）初中教育（项）。年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。',1005,1104,NULL,1,'人员变动','1、 、教 教育 育支 支出 出（ （类 类） ）普 普通 通教 教育 育（ （款 款） ）初 初中 中教 教育 育（ （项 项） ）。 。年 年初 初预 预算 算2 20 08 80 0． ．6 60 0万 万元 元， ，支 支出 出决 决算 算2 23 36 61 1． ．4 48 8万 万元 元， ，决 决算 算数 数比 比年 年初 初预 预算 算数 数增 增加 加2 28 80 0． ．8 88 8万 万元 元， ，增 增长 长1 13 3． ．5 50 0％ ％， ，主 主要 要原 原因 因是 是新 新招 招聘 聘教 教师 师1 12 2人 人到 到岗 岗。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹教 s教育 s育支 s支出 s出／ s／普 s普通 s通教 s教育 s育／ s／初 s初中 s中教 s教育 s育› s› c‹人 c人员 c员变 c变动 c动› c› why');
INSERT INTO "passages" VALUES(27,1,15,'2、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。',1105,1221,NULL,1,'人员变动','2、 、社 社会 会保 保障 障和 和就 就业 业支 支出 出（ （类 类） ）行 行政 政事 事业 业单 单位 位养 养老 老支 支出 出（ （款 款） ）机 机关 关事 事业 业单 单位 位基 基本 本养 养老 老保 保险 险缴 缴费 费支 支出 出（ （项 项） ）。 。年 年初 初预 预算 算2 28 86 6． ．4 40 0万 万元 元， ，支 支出 出决 决算 算2 27 79 9． ．1 10 0万 万元 元， ，决 决算 算数 数比 比年 年初 初预 预算 算数 数减 减少 少7 7． ．3 30 0万 万元 元， ，下 下降 降2 2． ．5 55 5％ ％， ，主 主要 要原 原因 因是 是部 部分 分教 教师 师退 退休 休， ，不 不再 再缴 缴费 费。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹社 s社会 s会保 s保障 s障和 s和就 s就业 s业支 s支出 s出／ s／行 s行政 s政事 s事业 s业单 s单位 s位养 s养老 s老支 s支出 s出／ s／机 s机关 s关事 s事业 s业单 s单位 s位基 s基本 s本养 s养老 s老保 s保险 s险缴 s缴费 s费支 s支出 s出› s› c‹人 c人员 c员变 c变动 c动› c› why');
INSERT INTO "passages" VALUES(28,1,15,'3、卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。年初预算142.30万元，支出决算142.30万元，决算数与年初预算数一致。',1222,1292,NULL,0,NULL,'3、 、卫 卫生 生健 健康 康支 支出 出（ （类 类） ）行 行政 政事 事业 业单 单位 位医 医疗 疗（ （款 款） ）事 事业 业单 单位 位医 医疗 疗（ （项 项） ）。 。年 年初 初预 预算 算1 14 42 2． ．3 30 0万 万元 元， ，支 支出 出决 决算 算1 14 42 2． ．3 30 0万 万元 元， ，决 决算 算数 数与 与年 年初 初预 预算 算数 数一 一致 致。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹卫 s卫生 s生健 s健康 s康支 s支出 s出／ s／行 s行政 s政事 s事业 s业单 s单位 s位医 s医疗 s疗／ s／事 s事业 s业单 s单位 s位医 s医疗 s疗› s›');
INSERT INTO "passages" VALUES(29,1,15,'4、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。',1293,1391,NULL,1,'薪酬社保政策','4、 、住 住房 房保 保障 障支 支出 出（ （类 类） ）住 住房 房改 改革 革支 支出 出（ （款 款） ）住 住房 房公 公积 积金 金（ （项 项） ）。 。年 年初 初预 预算 算1 17 75 5． ．0 00 0万 万元 元， ，支 支出 出决 决算 算1 17 77 7． ．3 30 0万 万元 元， ，决 决算 算数 数比 比年 年初 初预 预算 算数 数增 增加 加2 2． ．3 30 0万 万元 元， ，增 增长 长1 1． ．3 31 1％ ％， ，主 主要 要原 原因 因是 是公 公积 积金 金缴 缴存 存基 基数 数年 年度 度调 调整 整。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹住 s住房 s房保 s保障 s障支 s支出 s出／ s／住 s住房 s房改 s改革 s革支 s支出 s出／ s／住 s住房 s房公 s公积 s积金 s金› s› c‹薪 c薪酬 c酬社 c社保 c保政 c政策 c策› c› why');
INSERT INTO "passages" VALUES(30,1,16,'（六）关于2022年度一般公共预算财政拨款基本支出决算情况说明',1392,1423,NULL,0,NULL,'（六 六） ）关 关于 于2 20 02 22 2年 年度 度一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款基 基本 本支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(31,1,16,'2022年度一般公共预算财政拨款基本支出2,432.43万元，其中：人员经费2,301.83万元，公用经费130.60万元。',1424,1486,NULL,0,NULL,'20 02 22 2年 年度 度一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款基 基本 本支 支出 出2 24 43 32 2． ．4 43 3万 万元 元， ，其 其中 中： ：人 人员 员经 经费 费2 23 30 01 1． ．8 83 3万 万元 元， ，公 公用 用经 经费 费1 13 30 0． ．6 60 0万 万元 元。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹一 s一般 s般公 s公共 s共预 s预算 s算财 s财政 s政拨 s拨款 s款基 s基本 s本支 s支出 s出› s› s‹人 s人员 s员经 s经费 s费› s› s‹公 s公用 s用经 s经费 s费› s›');
INSERT INTO "passages" VALUES(32,1,17,'（七）关于2022年度财政拨款“三公”经费支出决算情况说明',1487,1516,NULL,0,NULL,'（七 七） ）关 关于 于2 20 02 22 2年 年度 度财 财政 政拨 拨款 款三 三公 公经 经费 费支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(33,1,18,'1、财政拨款“三公”经费支出决算总体情况说明',1517,1539,NULL,0,NULL,'1、 、财 财政 政拨 拨款 款三 三公 公经 经费 费支 支出 出决 决算 算总 总体 体情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(34,1,18,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。“三公”经费支出减少的主要原因是受疫情影响，外出教研用车减少。',1540,1646,NULL,2,'疫情影响、业务量变化','20 02 22 2年 年度 度三 三公 公经 经费 费财 财政 政拨 拨款 款年 年初 初预 预算 算为 为6 6． ．0 00 0万 万元 元， ，支 支出 出决 决算 算为 为4 4． ．8 85 5万 万元 元， ，完 完成 成年 年初 初预 预算 算的 的8 80 0． ．8 83 3％ ％， ，比 比上 上年 年减 减少 少0 0． ．6 65 5万 万元 元， ，下 下降 降1 11 1． ．8 82 2％ ％。 。三 三公 公经 经费 费支 支出 出减 减少 少的 的主 主要 要原 原因 因是 是受 受疫 疫情 情影 影响 响， ，外 外出 出教 教研 研用 用车 车减 减少 少。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹三 s三公 s公经 s经费 s费› s› c‹疫 c疫情 c情影 c影响 c响› c› c‹业 c业务 c务量 c量变 c变化 c化› c› why');
INSERT INTO "passages" VALUES(35,1,19,'2、财政拨款“三公”经费支出决算具体情况说明',1647,1669,NULL,0,NULL,'2、 、财 财政 政拨 拨款 款三 三公 公经 经费 费支 支出 出决 决算 算具 具体 体情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(36,1,19,'（1）公务用车运行维护费支出4.85万元，比上年减少0.65万元，下降11.82%，主要原因是公务用车由两辆减为一辆。',1670,1729,NULL,1,'资产购置维修','（1 1） ）公 公务 务用 用车 车运 运行 行维 维护 护费 费支 支出 出4 4． ．8 85 5万 万元 元， ，比 比上 上年 年减 减少 少0 0． ．6 65 5万 万元 元， ，下 下降 降1 11 1． ．8 82 2％ ％， ，主 主要 要原 原因 因是 是公 公务 务用 用车 车由 由两 两辆 辆减 减为 为一 一辆 辆。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹公 s公务 s务用 s用车 s车运 s运行 s行费 s费› s› c‹资 c资产 c产购 c购置 c置维 c维修 c修› c› why');
INSERT INTO "passages" VALUES(37,1,19,'（2）因公出国（境）费支出0万元，主要原因是未安排教师出国（境）研修。',1730,1765,NULL,1,'无此项业务','（2 2） ）因 因公 公出 出国 国（ （境 境） ）费 费支 支出 出0 0万 万元 元， ，主 主要 要原 原因 因是 是未 未安 安排 排教 教师 师出 出国 国（ （境 境） ）研 研修 修。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹因 s因公 s公出 s出国 s国（ s（境 s境） s）费 s费› s› c‹无 c无此 c此项 c项业 c业务 c务› c› why');
INSERT INTO "passages" VALUES(38,1,19,'（3）公务接待费支出0万元，主要原因是学校不安排公务接待。',1766,1795,NULL,1,'无此项业务','（3 3） ）公 公务 务接 接待 待费 费支 支出 出0 0万 万元 元， ，主 主要 要原 原因 因是 是学 学校 校不 不安 安排 排公 公务 务接 接待 待。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹公 s公务 s务接 s接待 s待费 s费› s› c‹无 c无此 c此项 c项业 c业务 c务› c› why');
INSERT INTO "passages" VALUES(39,1,20,'（八）关于2022年度政府性基金预算财政拨款支出决算情况说明',1796,1826,NULL,0,NULL,'（八 八） ）关 关于 于2 20 02 22 2年 年度 度政 政府 府性 性基 基金 金预 预算 算财 财政 政拨 拨款 款支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(40,1,20,'本单位2022年度没有政府性基金预算财政拨款支出，故本表无数据。',1827,1859,NULL,0,NULL,'本单 单位 位2 20 02 22 2年 年度 度没 没有 有政 政府 府性 性基 基金 金预 预算 算财 财政 政拨 拨款 款支 支出 出， ，故 故本 本表 表无 无数 数据 据。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹政 s政府 s府性 s性基 s基金 s金预 s预算 s算财 s财政 s政拨 s拨款 s款支 s支出 s出› s›');
INSERT INTO "passages" VALUES(41,1,21,'（九）关于2022年度国有资本经营预算支出决算情况说明',1860,1887,NULL,0,NULL,'（九 九） ）关 关于 于2 20 02 22 2年 年度 度国 国有 有资 资本 本经 经营 营预 预算 算支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(42,1,21,'本单位2022年度没有国有资本经营预算财政拨款支出，故本表无数据。',1888,1921,NULL,0,NULL,'本单 单位 位2 20 02 22 2年 年度 度没 没有 有国 国有 有资 资本 本经 经营 营预 预算 算财 财政 政拨 拨款 款支 支出 出， ，故 故本 本表 表无 无数 数据 据。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹国 s国有 s有资 s资本 s本经 s经营 s营预 s预算 s算财 s财政 s政拨 s拨款 s款支 s支出 s出› s›');
INSERT INTO "passages" VALUES(43,1,22,'（十）关于2022年度项目支出决算情况说明',1922,1943,NULL,0,NULL,'（十 十） ）关 关于 于2 20 02 22 2年 年度 度项 项目 目支 支出 出决 决算 算情 情况 况说 说明 明','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(44,1,22,'2022年度项目支出527.75万元，比上年减少38.20万元，下降6.75%，主要原因是塑胶操场建设项目上年完工。',1944,2002,NULL,1,'项目增减','20 02 22 2年 年度 度项 项目 目支 支出 出5 52 27 7． ．7 75 5万 万元 元， ，比 比上 上年 年减 减少 少3 38 8． ．2 20 0万 万元 元， ，下 下降 降6 6． ．7 75 5％ ％， ，主 主要 要原 原因 因是 是塑 塑胶 胶操 操场 场建 建设 设项 项目 目上 上年 年完 完工 工。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹项 s项目 s目支 s支出 s出› s› c‹项 c项目 c目增 c增减 c减› c› why');
INSERT INTO "passages" VALUES(45,1,23,'（十一）政府采购支出情况',2003,2015,NULL,0,NULL,'（十 十一 一） ）政 政府 府采 采购 购支 支出 出情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(46,1,23,'2022年度政府采购支出总额96.40万元，其中：政府采购货物支出61.40万元、政府采购工程支出0万元、政府采购服务支出35.00万元。',2016,2085,NULL,0,NULL,'20 02 22 2年 年度 度政 政府 府采 采购 购支 支出 出总 总额 额9 96 6． ．4 40 0万 万元 元， ，其 其中 中： ：政 政府 府采 采购 购货 货物 物支 支出 出6 61 1． ．4 40 0万 万元 元、 、政 政府 府采 采购 购工 工程 程支 支出 出0 0万 万元 元、 、政 政府 府采 采购 购服 服务 务支 支出 出3 35 5． ．0 00 0万 万元 元。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹政 s政府 s府采 s采购 s购工 s工程 s程支 s支出 s出› s› s‹政 s政府 s府采 s采购 s购支 s支出 s出› s› s‹政 s政府 s府采 s采购 s购服 s服务 s务支 s支出 s出› s› s‹政 s政府 s府采 s采购 s购货 s货物 s物支 s支出 s出› s›');
INSERT INTO "passages" VALUES(47,1,24,'（十二）机关运行经费支出情况',2086,2100,NULL,0,NULL,'（十 十二 二） ）机 机关 关运 运行 行经 经费 费支 支出 出情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(48,1,24,'本单位为事业单位，无机关运行经费。',2101,2118,NULL,0,NULL,'本单 单位 位为 为事 事业 业单 单位 位， ，无 无机 机关 关运 运行 行经 经费 费。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹机 s机关 s关运 s运行 s行经 s经费 s费› s›');
INSERT INTO "passages" VALUES(49,1,25,'（十三）国有资产占用情况',2119,2131,NULL,0,NULL,'（十 十三 三） ）国 国有 有资 资产 产占 占用 用情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(50,1,25,'截至2022年12月31日，本单位共有车辆1辆，其中：其他用车1辆。单价100万元以上设备（不含车辆）0台（套）。',2132,2189,NULL,0,NULL,'截至 至2 20 02 22 2年 年1 12 2月 月3 31 1日 日， ，本 本单 单位 位共 共有 有车 车辆 辆1 1辆 辆， ，其 其中 中： ：其 其他 他用 用车 车1 1辆 辆。 。单 单价 价1 10 00 0万 万元 元以 以上 上设 设备 备（ （不 不含 含车 车辆 辆） ）0 0台 台（ （套 套） ）。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹其 s其他 s他用 s用车 s车› s› s‹车 s车辆 s辆› s› s‹单 s单位 s位价 s价值 s值1 s10 s00 s0万 s万元 s元以 s以上 s上设 s设备 s备› s›');
INSERT INTO "passages" VALUES(51,1,26,'三、预算绩效评价工作开展情况',2190,2204,NULL,0,NULL,'三、 、预 预算 算绩 绩效 效评 评价 价工 工作 作开 开展 展情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(52,1,27,'（一）预算绩效管理工作开展情况',2205,2220,NULL,0,NULL,'（一 一） ）预 预算 算绩 绩效 效管 管理 理工 工作 作开 开展 展情 情况 况','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(53,1,27,'本单位对2022年度项目支出开展绩效自评，涉及项目3个，资金527.75万元。',2221,2260,NULL,0,NULL,'本单 单位 位对 对2 20 02 22 2年 年度 度项 项目 目支 支出 出开 开展 展绩 绩效 效自 自评 评， ，涉 涉及 及项 项目 目3 3个 个， ，资 资金 金5 52 27 7． ．7 75 5万 万元 元。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022 s‹绩 s绩效 s效自 s自评 s评项 s项目 s目› s›');
INSERT INTO "passages" VALUES(54,1,28,'（二）单位决算中项目绩效自评结果',2261,2277,NULL,0,NULL,'（二 二） ）单 单位 位决 决算 算中 中项 项目 目绩 绩效 效自 自评 评结 结果 果','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(55,1,28,'义务教育薄弱环节改善项目自评综述：全年预算数为300.00万元，执行数为285.00万元，完成预算的95.00%。项目绩效目标完成情况：一是改造教室24间；二是购置课桌椅600套。发现的主要问题：部分设备到货较晚。下一步改进措施：提前编报采购计划。',2278,2402,NULL,0,NULL,'义务 务教 教育 育薄 薄弱 弱环 环节 节改 改善 善项 项目 目自 自评 评综 综述 述： ：全 全年 年预 预算 算数 数为 为3 30 00 0． ．0 00 0万 万元 元， ，执 执行 行数 数为 为2 28 85 5． ．0 00 0万 万元 元， ，完 完成 成预 预算 算的 的9 95 5． ．0 00 0％ ％。 。项 项目 目绩 绩效 效目 目标 标完 完成 成情 情况 况： ：一 一是 是改 改造 造教 教室 室2 24 4间 间； ；二 二是 是购 购置 置课 课桌 桌椅 椅6 60 00 0套 套。 。发 发现 现的 的主 主要 要问 问题 题： ：部 部分 分设 设备 备到 到货 货较 较晚 晚。 。下 下一 一步 步改 改进 进措 措施 施： ：提 提前 前编 编报 报采 采购 购计 计划 划。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(56,1,28,'寄宿生生活补助项目自评综述：全年预算数为186.75万元，执行数为186.75万元，完成预算的100.00%。项目绩效目标完成情况：一是补助寄宿生1,245人；二是补助资金按时发放率达到100%。',2403,2501,NULL,0,NULL,'寄宿 宿生 生生 生活 活补 补助 助项 项目 目自 自评 评综 综述 述： ：全 全年 年预 预算 算数 数为 为1 18 86 6． ．7 75 5万 万元 元， ，执 执行 行数 数为 为1 18 86 6． ．7 75 5万 万元 元， ，完 完成 成预 预算 算的 的1 10 00 0． ．0 00 0％ ％。 。项 项目 目绩 绩效 效目 目标 标完 完成 成情 情况 况： ：一 一是 是补 补助 助寄 寄宿 宿生 生1 12 24 45 5人 人； ；二 二是 是补 补助 助资 资金 金按 按时 时发 发放 放率 率达 达到 到1 10 00 0％ ％。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(57,1,28,'校园网络升级项目自评综述：全年预算数为60.00万元，执行数为56.00万元，完成预算的93.33%。项目绩效目标完成情况：一是网络覆盖率达到98%。下一步改进措施：完善运维合同考核。',2502,2594,NULL,0,NULL,'校园 园网 网络 络升 升级 级项 项目 目自 自评 评综 综述 述： ：全 全年 年预 预算 算数 数为 为6 60 0． ．0 00 0万 万元 元， ，执 执行 行数 数为 为5 56 6． ．0 00 0万 万元 元， ，完 完成 成预 预算 算的 的9 93 3． ．3 33 3％ ％。 。项 项目 目绩 绩效 效目 目标 标完 完成 成情 情况 况： ：一 一是 是网 网络 络覆 覆盖 盖率 率达 达到 到9 98 8％ ％。 。下 下一 一步 步改 改进 进措 措施 施： ：完 完善 善运 运维 维合 合同 同考 考核 核。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(58,1,29,'第三部分名词解释',2595,2604,NULL,0,NULL,'第三 三部 部分 分名 名词 词解 解释 释','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(59,1,29,'（一）事业收入：指学校开展教学活动取得的收入，如住宿费。',2605,2633,NULL,0,NULL,'（一 一） ）事 事业 业收 收入 入： ：指 指学 学校 校开 开展 展教 教学 学活 活动 动取 取得 得的 的收 收入 入， ，如 如住 住宿 宿费 费。 。','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(60,1,30,'第四部分单位决算公开表',2634,2646,NULL,0,NULL,'第四 四部 部分 分单 单位 位决 决算 算公 公开 开表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(61,1,31,'一、收入支出决算总表',2647,2657,NULL,0,NULL,'一、 、收 收入 入支 支出 出决 决算 算总 总表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(62,1,32,'二、收入决算表',2658,2665,NULL,0,NULL,'二、 、收 收入 入决 决算 算表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(63,1,33,'三、支出决算表',2666,2673,NULL,0,NULL,'三、 、支 支出 出决 决算 算表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(64,1,34,'四、财政拨款收入支出决算总表',2674,2688,NULL,0,NULL,'四、 、财 财政 政拨 拨款 款收 收入 入支 支出 出决 决算 算总 总表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(65,1,35,'五、一般公共预算财政拨款支出决算表',2689,2706,NULL,0,NULL,'五、 、一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款支 支出 出决 决算 算表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(66,1,36,'六、一般公共预算财政拨款基本支出决算明细表',2707,2728,NULL,0,NULL,'六、 、一 一般 般公 公共 共预 预算 算财 财政 政拨 拨款 款基 基本 本支 支出 出决 决算 算明 明细 细表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(67,1,37,'七、政府性基金预算财政拨款收入支出决算表',2729,2749,NULL,0,NULL,'七、 、政 政府 府性 性基 基金 金预 预算 算财 财政 政拨 拨款 款收 收入 入支 支出 出决 决算 算表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(68,1,38,'八、国有资本经营预算财政拨款支出决算表',2750,2769,NULL,0,NULL,'八、 、国 国有 有资 资本 本经 经营 营预 预算 算财 财政 政拨 拨款 款支 支出 出决 决算 算表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "passages" VALUES(69,1,39,'九、机构运行信息表',2770,2779,NULL,0,NULL,'九、 、机 机构 构运 运行 行信 信息 息表 表','d1 any o‹北 o北原 o原自 o自治 o治区 o区乌 o乌兰 o兰河 o河旗 o旗第 o第一 o一中 o中学 o学› o› y2022');
INSERT INTO "subjects" VALUES(1,'在职人员',NULL,'在职人员',NULL,NULL,'在职人员','在职人员');
INSERT INTO "subjects" VALUES(2,'离退休人员',NULL,'离退休人员',NULL,NULL,'离退休人员','离退休人员');
INSERT INTO "subjects" VALUES(3,'收入合计',NULL,'收入合计',NULL,NULL,'收入合计','收入合计');
INSERT INTO "subjects" VALUES(4,'收入总计',NULL,'收入总计',NULL,NULL,'收入总计','收入总计');
INSERT INTO "subjects" VALUES(5,'支出总计',NULL,'支出总计',NULL,NULL,'支出总计','支出总计');
INSERT INTO "subjects" VALUES(6,'一般公共预算财政拨款收入',NULL,'一般公共预算财政拨款收入',NULL,NULL,'一般公共预算财政拨款收入','一般公共预算财政拨款收入');
INSERT INTO "subjects" VALUES(7,'事业收入',NULL,'事业收入',NULL,NULL,'事业收入','事业收入');
INSERT INTO "subjects" VALUES(8,'年初结转和结余',NULL,'年初结转和结余',NULL,NULL,'年初结转和结余','年初结转和结余');
INSERT INTO "subjects" VALUES(9,'政府性基金预算财政拨款收入',NULL,'政府性基金预算财政拨款收入',NULL,NULL,'政府性基金预算财政拨款收入','政府性基金预算财政拨款收入');
INSERT INTO "subjects" VALUES(10,'国有资本经营预算财政拨款收入',NULL,'国有资本经营预算财政拨款收入',NULL,NULL,'国有资本经营预算财政拨款收入','国有资本经营预算财政拨款收入');
INSERT INTO "subjects" VALUES(11,'上级补助收入',NULL,'上级补助收入',NULL,NULL,'上级补助收入','上级补助收入');
INSERT INTO "subjects" VALUES(12,'经营收入',NULL,'经营收入',NULL,NULL,'经营收入','经营收入');
INSERT INTO "subjects" VALUES(13,'附属单位上缴收入',NULL,'附属单位上缴收入',NULL,NULL,'附属单位上缴收入','附属单位上缴收入');
INSERT INTO "subjects" VALUES(14,'其他收入',NULL,'其他收入',NULL,NULL,'其他收入','其他收入');
INSERT INTO "subjects" VALUES(15,'支出合计',NULL,'支出合计',NULL,NULL,'支出合计','支出合计');
INSERT INTO "subjects" VALUES(16,'基本支出',NULL,'基本支出',NULL,NULL,'基本支出','基本支出');
INSERT INTO "subjects" VALUES(17,'项目支出',NULL,'项目支出',NULL,NULL,'项目支出','项目支出');
INSERT INTO "subjects" VALUES(18,'年末结转和结余',NULL,'年末结转和结余',NULL,NULL,'年末结转和结余','年末结转和结余');
INSERT INTO "subjects" VALUES(19,'财政拨款收入总计',NULL,'财政拨款收入总计',NULL,NULL,'财政拨款收入总计','财政拨款收入总计');
INSERT INTO "subjects" VALUES(20,'财政拨款支出总计',NULL,'财政拨款支出总计',NULL,NULL,'财政拨款支出总计','财政拨款支出总计');
INSERT INTO "subjects" VALUES(21,'一般公共预算财政拨款支出',NULL,'一般公共预算财政拨款支出',NULL,NULL,'一般公共预算财政拨款支出','一般公共预算财政拨款支出');
INSERT INTO "subjects" VALUES(22,'教育支出/普通教育/初中教育',NULL,'教育支出','普通教育','初中教育','初中教育','教育支出/普通教育/初中教育');
INSERT INTO "subjects" VALUES(23,'社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出','2080505','社会保障和就业支出','行政事业单位养老支出','机关事业单位基本养老保险缴费支出','机关事业单位基本养老保险缴费支出','社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出');
INSERT INTO "subjects" VALUES(24,'卫生健康支出/行政事业单位医疗/事业单位医疗','2101102','卫生健康支出','行政事业单位医疗','事业单位医疗','事业单位医疗','卫生健康支出/行政事业单位医疗/事业单位医疗');
INSERT INTO "subjects" VALUES(25,'住房保障支出/住房改革支出/住房公积金','2210201','住房保障支出','住房改革支出','住房公积金','住房公积金','住房保障支出/住房改革支出/住房公积金');
INSERT INTO "subjects" VALUES(26,'一般公共预算财政拨款基本支出',NULL,'一般公共预算财政拨款基本支出',NULL,NULL,'一般公共预算财政拨款基本支出','一般公共预算财政拨款基本支出');
INSERT INTO "subjects" VALUES(27,'人员经费',NULL,'人员经费',NULL,NULL,'人员经费','人员经费');
INSERT INTO "subjects" VALUES(28,'公用经费',NULL,'公用经费',NULL,NULL,'公用经费','公用经费');
INSERT INTO "subjects" VALUES(29,'“三公”经费',NULL,'“三公”经费',NULL,NULL,'“三公”经费','三公经费');
INSERT INTO "subjects" VALUES(30,'公务用车运行费',NULL,'公务用车运行费',NULL,NULL,'公务用车运行费','公务用车运行费');
INSERT INTO "subjects" VALUES(31,'因公出国（境）费',NULL,'因公出国（境）费',NULL,NULL,'因公出国（境）费','因公出国(境)费');
INSERT INTO "subjects" VALUES(32,'公务接待费',NULL,'公务接待费',NULL,NULL,'公务接待费','公务接待费');
INSERT INTO "subjects" VALUES(33,'政府性基金预算财政拨款支出',NULL,'政府性基金预算财政拨款支出',NULL,NULL,'政府性基金预算财政拨款支出','政府性基金预算财政拨款支出');
INSERT INTO "subjects" VALUES(34,'国有资本经营预算财政拨款支出',NULL,'国有资本经营预算财政拨款支出',NULL,NULL,'国有资本经营预算财政拨款支出','国有资本经营预算财政拨款支出');
INSERT INTO "subjects" VALUES(35,'政府采购支出',NULL,'政府采购支出',NULL,NULL,'政府采购支出','政府采购支出');
INSERT INTO "subjects" VALUES(36,'政府采购货物支出',NULL,'政府采购货物支出',NULL,NULL,'政府采购货物支出','政府采购货物支出');
INSERT INTO "subjects" VALUES(37,'政府采购工程支出',NULL,'政府采购工程支出',NULL,NULL,'政府采购工程支出','政府采购工程支出');
INSERT INTO "subjects" VALUES(38,'政府采购服务支出',NULL,'政府采购服务支出',NULL,NULL,'政府采购服务支出','政府采购服务支出');
INSERT INTO "subjects" VALUES(39,'机关运行经费',NULL,'机关运行经费',NULL,NULL,'机关运行经费','机关运行经费');
INSERT INTO "subjects" VALUES(40,'车辆',NULL,'车辆',NULL,NULL,'车辆','车辆');
INSERT INTO "subjects" VALUES(41,'其他用车',NULL,'其他用车',NULL,NULL,'其他用车','其他用车');
INSERT INTO "subjects" VALUES(42,'单位价值100万元以上设备',NULL,'单位价值100万元以上设备',NULL,NULL,'单位价值100万元以上设备','单位价值100万元以上设备');
INSERT INTO "subjects" VALUES(43,'绩效自评项目',NULL,'绩效自评项目',NULL,NULL,'绩效自评项目','绩效自评项目');
INSERT INTO "amounts" VALUES(1,1,2022,1,NULL,'数量','186','人',NULL,NULL,NULL,NULL,'narrative',NULL,182,202,'年末在职人员186人，离退休人员64人。');
INSERT INTO "amounts" VALUES(2,1,2022,2,NULL,'数量','64','人',NULL,NULL,NULL,NULL,'narrative',NULL,182,202,'年末在职人员186人，离退休人员64人。');
INSERT INTO "amounts" VALUES(3,1,2022,3,NULL,'年初预算数','2684.30','万元','26843000',NULL,NULL,NULL,'narrative',NULL,242,331,'2022年度收入合计年初预算为2,684.30万元，决算数为3,015.72万元，完成年初预算的112.35%，决算数大于年初预算数的主要原因是年中追加义务教育薄弱环节改善资金。');
INSERT INTO "amounts" VALUES(4,1,2022,3,NULL,'决算数','3015.72','万元','30157200',NULL,NULL,NULL,'narrative',NULL,242,331,'2022年度收入合计年初预算为2,684.30万元，决算数为3,015.72万元，完成年初预算的112.35%，决算数大于年初预算数的主要原因是年中追加义务教育薄弱环节改善资金。');
INSERT INTO "amounts" VALUES(5,1,2022,3,NULL,'完成率','112.35','%',NULL,NULL,NULL,NULL,'narrative',NULL,242,331,'2022年度收入合计年初预算为2,684.30万元，决算数为3,015.72万元，完成年初预算的112.35%，决算数大于年初预算数的主要原因是年中追加义务教育薄弱环节改善资金。');
INSERT INTO "amounts" VALUES(6,1,2022,4,NULL,'决算数','3068.32','万元','30683200',NULL,NULL,NULL,'narrative',NULL,363,407,'乌兰河旗第一中学2022年度收入总计3,068.32万元，支出总计3,068.32万元。');
INSERT INTO "amounts" VALUES(7,1,2022,5,NULL,'决算数','3068.32','万元','30683200',NULL,NULL,NULL,'narrative',NULL,363,407,'乌兰河旗第一中学2022年度收入总计3,068.32万元，支出总计3,068.32万元。');
INSERT INTO "amounts" VALUES(8,1,2022,4,NULL,'增减额','214.86','万元','2148600',NULL,NULL,NULL,'narrative',NULL,407,442,'与2021年度相比，收、支总计各增加214.86万元，增长7.53%。');
INSERT INTO "amounts" VALUES(9,1,2022,5,NULL,'增减额','214.86','万元','2148600',NULL,NULL,NULL,'narrative',NULL,407,442,'与2021年度相比，收、支总计各增加214.86万元，增长7.53%。');
INSERT INTO "amounts" VALUES(10,1,2022,4,NULL,'增减率','7.53','%',NULL,NULL,NULL,NULL,'narrative',NULL,407,442,'与2021年度相比，收、支总计各增加214.86万元，增长7.53%。');
INSERT INTO "amounts" VALUES(11,1,2022,5,NULL,'增减率','7.53','%',NULL,NULL,NULL,NULL,'narrative',NULL,407,442,'与2021年度相比，收、支总计各增加214.86万元，增长7.53%。');
INSERT INTO "amounts" VALUES(12,1,2022,3,NULL,'决算数','3015.72','万元','30157200',NULL,NULL,NULL,'narrative',NULL,489,544,'2022年度收入合计3,015.72万元，其中：一般公共预算财政拨款收入2,935.72万元，占97.35%；');
INSERT INTO "amounts" VALUES(13,1,2022,6,NULL,'决算数','2935.72','万元','29357200',NULL,NULL,NULL,'narrative',NULL,489,544,'2022年度收入合计3,015.72万元，其中：一般公共预算财政拨款收入2,935.72万元，占97.35%；');
INSERT INTO "amounts" VALUES(14,1,2022,6,NULL,'占比','97.35','%',NULL,NULL,NULL,NULL,'narrative',NULL,489,544,'2022年度收入合计3,015.72万元，其中：一般公共预算财政拨款收入2,935.72万元，占97.35%；');
INSERT INTO "amounts" VALUES(15,1,2022,7,NULL,'决算数','80.00','万元','800000',NULL,NULL,NULL,'narrative',NULL,544,563,'事业收入80.00万元，占2.65%。');
INSERT INTO "amounts" VALUES(16,1,2022,7,NULL,'占比','2.65','%',NULL,NULL,NULL,NULL,'narrative',NULL,544,563,'事业收入80.00万元，占2.65%。');
INSERT INTO "amounts" VALUES(17,1,2022,8,NULL,'决算数','52.60','万元','526000',NULL,NULL,NULL,'narrative',NULL,563,578,'年初结转和结余52.60万元。');
INSERT INTO "amounts" VALUES(18,1,2022,9,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,578,638,'本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。');
INSERT INTO "amounts" VALUES(19,1,2022,10,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,578,638,'本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。');
INSERT INTO "amounts" VALUES(20,1,2022,11,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,578,638,'本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。');
INSERT INTO "amounts" VALUES(21,1,2022,12,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,578,638,'本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。');
INSERT INTO "amounts" VALUES(22,1,2022,13,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,578,638,'本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。');
INSERT INTO "amounts" VALUES(23,1,2022,14,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,578,638,'本年度没有政府性基金预算财政拨款收入、国有资本经营预算财政拨款收入、上级补助收入、经营收入、附属单位上缴收入、其他收入。');
INSERT INTO "amounts" VALUES(24,1,2022,15,NULL,'决算数','3040.18','万元','30401800',NULL,NULL,NULL,'narrative',NULL,659,706,'2022年度支出合计3,040.18万元，其中：基本支出2,512.43万元，占82.64%；');
INSERT INTO "amounts" VALUES(25,1,2022,16,NULL,'决算数','2512.43','万元','25124300',NULL,NULL,NULL,'narrative',NULL,659,706,'2022年度支出合计3,040.18万元，其中：基本支出2,512.43万元，占82.64%；');
INSERT INTO "amounts" VALUES(26,1,2022,16,NULL,'占比','82.64','%',NULL,NULL,NULL,NULL,'narrative',NULL,659,706,'2022年度支出合计3,040.18万元，其中：基本支出2,512.43万元，占82.64%；');
INSERT INTO "amounts" VALUES(27,1,2022,17,NULL,'决算数','527.75','万元','5277500',NULL,NULL,NULL,'narrative',NULL,706,727,'项目支出527.75万元，占17.36%。');
INSERT INTO "amounts" VALUES(28,1,2022,17,NULL,'占比','17.36','%',NULL,NULL,NULL,NULL,'narrative',NULL,706,727,'项目支出527.75万元，占17.36%。');
INSERT INTO "amounts" VALUES(29,1,2022,18,NULL,'决算数','28.14','万元','281400',NULL,NULL,NULL,'narrative',NULL,727,742,'年末结转和结余28.14万元。');
INSERT INTO "amounts" VALUES(30,1,2022,19,NULL,'决算数','2988.32','万元','29883200',NULL,NULL,NULL,'narrative',NULL,771,811,'2022年度财政拨款收入总计2,988.32万元，支出总计2,988.32万元。');
INSERT INTO "amounts" VALUES(31,1,2022,20,NULL,'决算数','2988.32','万元','29883200',NULL,NULL,NULL,'narrative',NULL,771,811,'2022年度财政拨款收入总计2,988.32万元，支出总计2,988.32万元。');
INSERT INTO "amounts" VALUES(32,1,2022,19,NULL,'增减额','206.40','万元','2064000',NULL,NULL,NULL,'narrative',NULL,811,850,'与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。');
INSERT INTO "amounts" VALUES(33,1,2022,20,NULL,'增减额','206.40','万元','2064000',NULL,NULL,NULL,'narrative',NULL,811,850,'与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。');
INSERT INTO "amounts" VALUES(34,1,2022,19,NULL,'增减率','7.42','%',NULL,NULL,NULL,NULL,'narrative',NULL,811,850,'与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。');
INSERT INTO "amounts" VALUES(35,1,2022,20,NULL,'增减率','7.42','%',NULL,NULL,NULL,NULL,'narrative',NULL,811,850,'与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。');
INSERT INTO "amounts" VALUES(36,1,2022,21,NULL,'决算数','2960.18','万元','29601800',NULL,NULL,NULL,'narrative',NULL,907,951,'2022年度一般公共预算财政拨款支出2,960.18万元，占本年支出合计的97.37%。');
INSERT INTO "amounts" VALUES(37,1,2022,21,NULL,'占比','97.37','%',NULL,NULL,NULL,NULL,'narrative',NULL,907,951,'2022年度一般公共预算财政拨款支出2,960.18万元，占本年支出合计的97.37%。');
INSERT INTO "amounts" VALUES(38,1,2022,21,NULL,'增减额','275.88','万元','2758800',NULL,NULL,NULL,'narrative',NULL,951,991,'与年初预算相比，一般公共预算财政拨款支出增加275.88万元，增长10.28%。');
INSERT INTO "amounts" VALUES(39,1,2022,21,NULL,'增减率','10.28','%',NULL,NULL,NULL,NULL,'narrative',NULL,951,991,'与年初预算相比，一般公共预算财政拨款支出增加275.88万元，增长10.28%。');
INSERT INTO "amounts" VALUES(40,1,2022,22,NULL,'年初预算数','2080.60','万元','20806000',NULL,NULL,NULL,'narrative',NULL,1029,1104,'年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。');
INSERT INTO "amounts" VALUES(41,1,2022,22,NULL,'决算数','2361.48','万元','23614800',NULL,NULL,NULL,'narrative',NULL,1029,1104,'年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。');
INSERT INTO "amounts" VALUES(42,1,2022,22,NULL,'增减额','280.88','万元','2808800',NULL,NULL,NULL,'narrative',NULL,1029,1104,'年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。');
INSERT INTO "amounts" VALUES(43,1,2022,22,NULL,'增减率','13.50','%',NULL,NULL,NULL,NULL,'narrative',NULL,1029,1104,'年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。');
INSERT INTO "amounts" VALUES(44,1,2022,23,'2080505','年初预算数','286.40','万元','2864000',NULL,NULL,NULL,'narrative',NULL,1152,1221,'年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。');
INSERT INTO "amounts" VALUES(45,1,2022,23,'2080505','决算数','279.10','万元','2791000',NULL,NULL,NULL,'narrative',NULL,1152,1221,'年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。');
INSERT INTO "amounts" VALUES(46,1,2022,23,'2080505','增减额','-7.30','万元','-73000',NULL,NULL,NULL,'narrative',NULL,1152,1221,'年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。');
INSERT INTO "amounts" VALUES(47,1,2022,23,'2080505','增减率','-2.55','%',NULL,NULL,NULL,NULL,'narrative',NULL,1152,1221,'年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。');
INSERT INTO "amounts" VALUES(48,1,2022,24,'2101102','年初预算数','142.30','万元','1423000',NULL,NULL,NULL,'narrative',NULL,1254,1292,'年初预算142.30万元，支出决算142.30万元，决算数与年初预算数一致。');
INSERT INTO "amounts" VALUES(49,1,2022,24,'2101102','决算数','142.30','万元','1423000',NULL,NULL,NULL,'narrative',NULL,1254,1292,'年初预算142.30万元，支出决算142.30万元，决算数与年初预算数一致。');
INSERT INTO "amounts" VALUES(50,1,2022,25,'2210201','年初预算数','175.00','万元','1750000',NULL,NULL,NULL,'narrative',NULL,1322,1391,'年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。');
INSERT INTO "amounts" VALUES(51,1,2022,25,'2210201','决算数','177.30','万元','1773000',NULL,NULL,NULL,'narrative',NULL,1322,1391,'年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。');
INSERT INTO "amounts" VALUES(52,1,2022,25,'2210201','增减额','2.30','万元','23000',NULL,NULL,NULL,'narrative',NULL,1322,1391,'年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。');
INSERT INTO "amounts" VALUES(53,1,2022,25,'2210201','增减率','1.31','%',NULL,NULL,NULL,NULL,'narrative',NULL,1322,1391,'年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。');
INSERT INTO "amounts" VALUES(54,1,2022,26,NULL,'决算数','2432.43','万元','24324300',NULL,NULL,NULL,'narrative',NULL,1424,1486,'2022年度一般公共预算财政拨款基本支出2,432.43万元，其中：人员经费2,301.83万元，公用经费130.60万元。');
INSERT INTO "amounts" VALUES(55,1,2022,27,NULL,'决算数','2301.83','万元','23018300',NULL,NULL,NULL,'narrative',NULL,1424,1486,'2022年度一般公共预算财政拨款基本支出2,432.43万元，其中：人员经费2,301.83万元，公用经费130.60万元。');
INSERT INTO "amounts" VALUES(56,1,2022,28,NULL,'决算数','130.60','万元','1306000',NULL,NULL,NULL,'narrative',NULL,1424,1486,'2022年度一般公共预算财政拨款基本支出2,432.43万元，其中：人员经费2,301.83万元，公用经费130.60万元。');
INSERT INTO "amounts" VALUES(57,1,2022,29,NULL,'年初预算数','6.00','万元','60000',NULL,NULL,NULL,'narrative',NULL,1540,1615,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。');
INSERT INTO "amounts" VALUES(58,1,2022,29,NULL,'决算数','4.85','万元','48500',NULL,NULL,NULL,'narrative',NULL,1540,1615,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。');
INSERT INTO "amounts" VALUES(59,1,2022,29,NULL,'完成率','80.83','%',NULL,NULL,NULL,NULL,'narrative',NULL,1540,1615,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。');
INSERT INTO "amounts" VALUES(60,1,2022,29,NULL,'增减额','-0.65','万元','-6500',NULL,NULL,NULL,'narrative',NULL,1540,1615,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。');
INSERT INTO "amounts" VALUES(61,1,2022,29,NULL,'增减率','-11.82','%',NULL,NULL,NULL,NULL,'narrative',NULL,1540,1615,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。');
INSERT INTO "amounts" VALUES(62,1,2022,30,NULL,'决算数','4.85','万元','48500',NULL,NULL,NULL,'narrative',NULL,1670,1729,'（1）公务用车运行维护费支出４．８５万元，比上年减少０．６５万元，下降１１．８２％，主要原因是公务用车由两辆减为一辆。');
INSERT INTO "amounts" VALUES(63,1,2022,30,NULL,'增减额','-0.65','万元','-6500',NULL,NULL,NULL,'narrative',NULL,1670,1729,'（1）公务用车运行维护费支出４．８５万元，比上年减少０．６５万元，下降１１．８２％，主要原因是公务用车由两辆减为一辆。');
INSERT INTO "amounts" VALUES(64,1,2022,30,NULL,'增减率','-11.82','%',NULL,NULL,NULL,NULL,'narrative',NULL,1670,1729,'（1）公务用车运行维护费支出４．８５万元，比上年减少０．６５万元，下降１１．８２％，主要原因是公务用车由两辆减为一辆。');
INSERT INTO "amounts" VALUES(65,1,2022,31,NULL,'决算数','0','万元','0',NULL,NULL,NULL,'narrative',NULL,1730,1765,'（2）因公出国（境）费支出０万元，主要原因是未安排教师出国（境）研修。');
INSERT INTO "amounts" VALUES(66,1,2022,32,NULL,'决算数','0','万元','0',NULL,NULL,NULL,'narrative',NULL,1766,1795,'（3）公务接待费支出０万元，主要原因是学校不安排公务接待。');
INSERT INTO "amounts" VALUES(67,1,2022,33,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,1827,1859,'本单位2022年度没有政府性基金预算财政拨款支出，故本表无数据。');
INSERT INTO "amounts" VALUES(68,1,2022,34,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,1888,1921,'本单位2022年度没有国有资本经营预算财政拨款支出，故本表无数据。');
INSERT INTO "amounts" VALUES(69,1,2022,17,NULL,'决算数','527.75','万元','5277500',NULL,NULL,NULL,'narrative',NULL,1944,2002,'2022年度项目支出527.75万元，比上年减少38.20万元，下降6.75%，主要原因是塑胶操场建设项目上年完工。');
INSERT INTO "amounts" VALUES(70,1,2022,17,NULL,'增减额','-38.20','万元','-382000',NULL,NULL,NULL,'narrative',NULL,1944,2002,'2022年度项目支出527.75万元，比上年减少38.20万元，下降6.75%，主要原因是塑胶操场建设项目上年完工。');
INSERT INTO "amounts" VALUES(71,1,2022,17,NULL,'增减率','-6.75','%',NULL,NULL,NULL,NULL,'narrative',NULL,1944,2002,'2022年度项目支出527.75万元，比上年减少38.20万元，下降6.75%，主要原因是塑胶操场建设项目上年完工。');
INSERT INTO "amounts" VALUES(72,1,2022,35,NULL,'决算数','96.40','万元','964000',NULL,NULL,NULL,'narrative',NULL,2016,2085,'2022年度政府采购支出总额96.40万元，其中：政府采购货物支出61.40万元、政府采购工程支出0万元、政府采购服务支出35.00万元。');
INSERT INTO "amounts" VALUES(73,1,2022,36,NULL,'决算数','61.40','万元','614000',NULL,NULL,NULL,'narrative',NULL,2016,2085,'2022年度政府采购支出总额96.40万元，其中：政府采购货物支出61.40万元、政府采购工程支出0万元、政府采购服务支出35.00万元。');
INSERT INTO "amounts" VALUES(74,1,2022,37,NULL,'决算数','0','万元','0',NULL,NULL,NULL,'narrative',NULL,2016,2085,'2022年度政府采购支出总额96.40万元，其中：政府采购货物支出61.40万元、政府采购工程支出0万元、政府采购服务支出35.00万元。');
INSERT INTO "amounts" VALUES(75,1,2022,38,NULL,'决算数','35.00','万元','350000',NULL,NULL,NULL,'narrative',NULL,2016,2085,'2022年度政府采购支出总额96.40万元，其中：政府采购货物支出61.40万元、政府采购工程支出0万元、政府采购服务支出35.00万元。');
INSERT INTO "amounts" VALUES(76,1,2022,39,NULL,'决算数','0','万元','0','无',NULL,NULL,'narrative',NULL,2101,2118,'本单位为事业单位，无机关运行经费。');
INSERT INTO "amounts" VALUES(77,1,2022,40,NULL,'数量','1','辆',NULL,NULL,NULL,NULL,'narrative',NULL,2132,2166,'截至2022年12月31日，本单位共有车辆1辆，其中：其他用车1辆。');
INSERT INTO "amounts" VALUES(78,1,2022,41,NULL,'数量','1','辆',NULL,NULL,NULL,NULL,'narrative',NULL,2132,2166,'截至2022年12月31日，本单位共有车辆1辆，其中：其他用车1辆。');
INSERT INTO "amounts" VALUES(79,1,2022,42,NULL,'数量','0','台（套）',NULL,NULL,NULL,NULL,'narrative',NULL,2166,2189,'单价100万元以上设备（不含车辆）0台（套）。');
INSERT INTO "amounts" VALUES(80,1,2022,43,NULL,'数量','3','个',NULL,NULL,NULL,NULL,'narrative',NULL,2221,2260,'本单位对2022年度项目支出开展绩效自评，涉及项目3个，资金527.75万元。');
INSERT INTO "amounts" VALUES(81,1,2022,43,NULL,'金额','527.75','万元','5277500',NULL,NULL,NULL,'narrative',NULL,2221,2260,'本单位对2022年度项目支出开展绩效自评，涉及项目3个，资金527.75万元。');
INSERT INTO "variances" VALUES(1,1,2022,3,NULL,'年初预算','2684.30','3015.72',NULL,NULL,'112.35','万元','增加','年中追加义务教育薄弱环节改善资金','上级或调剂资金','上级或调剂资金','2684.30','3015.72','331.42','112.35','万元','narrative',NULL,242,331,'2022年度收入合计年初预算为2,684.30万元，决算数为3,015.72万元，完成年初预算的112.35%，决算数大于年初预算数的主要原因是年中追加义务教育薄弱环节改善资金。');
INSERT INTO "variances" VALUES(2,1,2022,4,NULL,'上年决算',NULL,'3068.32','214.86','7.53',NULL,'万元','增加','新招聘教师到岗，工资性支出增加','人员变动','人员变动',NULL,'3068.32','214.86',NULL,'万元','narrative',NULL,363,467,'乌兰河旗第一中学2022年度收入总计3,068.32万元，支出总计3,068.32万元。与2021年度相比，收、支总计各增加214.86万元，增长7.53%。增减变化的主要原因是新招聘教师到岗，工资性支出增加');
INSERT INTO "variances" VALUES(3,1,2022,5,NULL,'上年决算',NULL,'3068.32','214.86','7.53',NULL,'万元','增加','新招聘教师到岗，工资性支出增加','人员变动','人员变动',NULL,'3068.32','214.86',NULL,'万元','narrative',NULL,363,467,'乌兰河旗第一中学2022年度收入总计3,068.32万元，支出总计3,068.32万元。与2021年度相比，收、支总计各增加214.86万元，增长7.53%。增减变化的主要原因是新招聘教师到岗，工资性支出增加');
INSERT INTO "variances" VALUES(4,1,2022,19,NULL,'上年决算',NULL,'2988.32','206.40','7.42',NULL,'万元','增加','新招聘教师到岗，工资性支出增加','人员变动','人员变动',NULL,'2988.32','206.40',NULL,'万元','narrative',NULL,771,875,'2022年度财政拨款收入总计2,988.32万元，支出总计2,988.32万元。与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。增减变化的主要原因是新招聘教师到岗，工资性支出增加');
INSERT INTO "variances" VALUES(5,1,2022,20,NULL,'上年决算',NULL,'2988.32','206.40','7.42',NULL,'万元','增加','新招聘教师到岗，工资性支出增加','人员变动','人员变动',NULL,'2988.32','206.40',NULL,'万元','narrative',NULL,771,875,'2022年度财政拨款收入总计2,988.32万元，支出总计2,988.32万元。与2021年度相比，财政拨款收、支总计各增加206.40万元，增长7.42%。增减变化的主要原因是新招聘教师到岗，工资性支出增加');
INSERT INTO "variances" VALUES(6,1,2022,21,NULL,'年初预算',NULL,'2960.18','275.88','10.28',NULL,'万元','增加',NULL,NULL,NULL,NULL,'2960.18','275.88',NULL,'万元','narrative',NULL,907,991,'2022年度一般公共预算财政拨款支出2,960.18万元，占本年支出合计的97.37%。与年初预算相比，一般公共预算财政拨款支出增加275.88万元，增长10.28%。');
INSERT INTO "variances" VALUES(7,1,2022,22,NULL,'年初预算','2080.60','2361.48','280.88','13.50',NULL,'万元','增加','新招聘教师12人到岗','人员变动','人员变动','2080.60','2361.48','280.88',NULL,'万元','narrative',NULL,1029,1104,'年初预算2,080.60万元，支出决算2,361.48万元，决算数比年初预算数增加280.88万元，增长13.50%，主要原因是新招聘教师12人到岗。');
INSERT INTO "variances" VALUES(8,1,2022,23,'2080505','年初预算','286.40','279.10','-7.30','-2.55',NULL,'万元','减少','部分教师退休，不再缴费','人员变动','人员变动','286.40','279.10','-7.30',NULL,'万元','narrative',NULL,1152,1221,'年初预算286.40万元，支出决算279.10万元，决算数比年初预算数减少7.30万元，下降2.55%，主要原因是部分教师退休，不再缴费。');
INSERT INTO "variances" VALUES(9,1,2022,24,'2101102','年初预算','142.30','142.30',NULL,NULL,NULL,'万元','持平',NULL,NULL,NULL,'142.30','142.30','0.00',NULL,'万元','narrative',NULL,1254,1292,'年初预算142.30万元，支出决算142.30万元，决算数与年初预算数一致。');
INSERT INTO "variances" VALUES(10,1,2022,25,'2210201','年初预算','175.00','177.30','2.30','1.31',NULL,'万元','增加','公积金缴存基数年度调整','薪酬社保政策','薪酬社保政策','175.00','177.30','2.30',NULL,'万元','narrative',NULL,1322,1391,'年初预算175.00万元，支出决算177.30万元，决算数比年初预算数增加2.30万元，增长1.31%，主要原因是公积金缴存基数年度调整。');
INSERT INTO "variances" VALUES(11,1,2022,29,NULL,'年初预算','6.00','4.85',NULL,NULL,'80.83','万元','减少',NULL,NULL,NULL,'6.00','4.85','-1.15','80.83','万元','narrative',NULL,1540,1615,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。');
INSERT INTO "variances" VALUES(12,1,2022,29,NULL,'上年决算',NULL,'4.85','-0.65','-11.82',NULL,'万元','减少','受疫情影响，外出教研用车减少','疫情影响','疫情影响、业务量变化',NULL,'4.85','-0.65',NULL,'万元','narrative',NULL,1540,1645,'2022年度“三公”经费财政拨款年初预算为6.00万元，支出决算为4.85万元，完成年初预算的80.83%，比上年减少0.65万元，下降11.82%。“三公”经费支出减少的主要原因是受疫情影响，外出教研用车减少');
INSERT INTO "variances" VALUES(13,1,2022,30,NULL,'上年决算',NULL,'4.85','-0.65','-11.82',NULL,'万元','减少','公务用车由两辆减为一辆','资产购置维修','资产购置维修',NULL,'4.85','-0.65',NULL,'万元','narrative',NULL,1670,1729,'（1）公务用车运行维护费支出４．８５万元，比上年减少０．６５万元，下降１１．８２％，主要原因是公务用车由两辆减为一辆。');
INSERT INTO "variances" VALUES(14,1,2022,31,NULL,'无',NULL,'0',NULL,NULL,NULL,'万元','未发生','未安排教师出国（境）研修','无此项业务','无此项业务',NULL,'0',NULL,NULL,'万元','narrative',NULL,1730,1765,'（2）因公出国（境）费支出０万元，主要原因是未安排教师出国（境）研修。');
INSERT INTO "variances" VALUES(15,1,2022,32,NULL,'无',NULL,'0',NULL,NULL,NULL,'万元','未发生','学校不安排公务接待','无此项业务','无此项业务',NULL,'0',NULL,NULL,'万元','narrative',NULL,1766,1795,'（3）公务接待费支出０万元，主要原因是学校不安排公务接待。');
INSERT INTO "variances" VALUES(16,1,2022,17,NULL,'上年决算',NULL,'527.75','-38.20','-6.75',NULL,'万元','减少','塑胶操场建设项目上年完工','项目增减','项目增减',NULL,'527.75','-38.20',NULL,'万元','narrative',NULL,1944,2002,'2022年度项目支出527.75万元，比上年减少38.20万元，下降6.75%，主要原因是塑胶操场建设项目上年完工。');
INSERT INTO "explained" VALUES(1,1,14,3,2022,NULL,1,'年初预算','增加','上级或调剂资金','上级或调剂资金',26843000.0,30157200.0,3314200.0,112.35);
INSERT INTO "explained" VALUES(2,1,17,4,2022,NULL,1,'上年决算','增加','人员变动','人员变动',NULL,30683200.0,2148600.0,107.53);
INSERT INTO "explained" VALUES(3,1,17,5,2022,NULL,1,'上年决算','增加','人员变动','人员变动',NULL,30683200.0,2148600.0,107.53);
INSERT INTO "explained" VALUES(4,1,23,19,2022,NULL,1,'上年决算','增加','人员变动','人员变动',NULL,29883200.0,2064000.0,107.42);
INSERT INTO "explained" VALUES(5,1,23,20,2022,NULL,1,'上年决算','增加','人员变动','人员变动',NULL,29883200.0,2064000.0,107.42);
INSERT INTO "explained" VALUES(7,1,26,22,2022,'教育支出',3,'年初预算','增加','人员变动','人员变动',20806000.0,23614800.0,2808800.0,113.5);
INSERT INTO "explained" VALUES(8,1,27,23,2022,'社会保障和就业支出',3,'年初预算','减少','人员变动','人员变动',2864000.0,2791000.0,-73000.0,97.45);
INSERT INTO "explained" VALUES(10,1,29,25,2022,'住房保障支出',3,'年初预算','增加','薪酬社保政策','薪酬社保政策',1750000.0,1773000.0,23000.0,101.31);
INSERT INTO "explained" VALUES(12,1,34,29,2022,NULL,1,'上年决算','减少','疫情影响','疫情影响、业务量变化',NULL,48500.0,-6500.0,88.18);
INSERT INTO "explained" VALUES(13,1,36,30,2022,NULL,1,'上年决算','减少','资产购置维修','资产购置维修',NULL,48500.0,-6500.0,88.18);
INSERT INTO "explained" VALUES(14,1,37,31,2022,NULL,1,'无','未发生','无此项业务','无此项业务',NULL,0.0,NULL,NULL);
INSERT INTO "explained" VALUES(15,1,38,32,2022,NULL,1,'无','未发生','无此项业务','无此项业务',NULL,0.0,NULL,NULL);
INSERT INTO "explained" VALUES(16,1,44,17,2022,NULL,1,'上年决算','减少','项目增减','项目增减',NULL,5277500.0,-382000.0,93.25);
INSERT INTO "projects" VALUES(1,1,2022,'义务教育薄弱环节改善','300.00','285.00','95.00','万元',NULL,'部分设备到货较晚','提前编报采购计划','narrative',NULL,2278,2335,'义务教育薄弱环节改善项目自评综述：全年预算数为300.00万元，执行数为285.00万元，完成预算的95.00%。');
INSERT INTO "projects" VALUES(2,1,2022,'寄宿生生活补助','186.75','186.75','100.00','万元',NULL,NULL,NULL,'narrative',NULL,2403,2458,'寄宿生生活补助项目自评综述：全年预算数为186.75万元，执行数为186.75万元，完成预算的100.00%。');
INSERT INTO "projects" VALUES(3,1,2022,'校园网络升级','60.00','56.00','93.33','万元',NULL,NULL,'完善运维合同考核','narrative',NULL,2502,2553,'校园网络升级项目自评综述：全年预算数为60.00万元，执行数为56.00万元，完成预算的93.33%。');
INSERT INTO "indicators" VALUES(1,1,2022,1,'义务教育薄弱环节改善','改造教室',NULL,'=',NULL,'24','间',NULL,NULL,NULL,NULL,'narrative',NULL,2348,2355,'改造教室24间');
INSERT INTO "indicators" VALUES(2,1,2022,1,'义务教育薄弱环节改善','购置课桌椅',NULL,'=',NULL,'600','套',NULL,NULL,NULL,NULL,'narrative',NULL,2358,2367,'购置课桌椅600套');
INSERT INTO "indicators" VALUES(3,1,2022,2,'寄宿生生活补助','补助寄宿生',NULL,'=',NULL,'1245','人',NULL,NULL,NULL,NULL,'narrative',NULL,2471,2482,'补助寄宿生1,245人');
INSERT INTO "indicators" VALUES(4,1,2022,2,'寄宿生生活补助','补助资金按时发放率',NULL,'=',NULL,'100','%',NULL,NULL,NULL,NULL,'narrative',NULL,2485,2500,'补助资金按时发放率达到100%');
INSERT INTO "indicators" VALUES(5,1,2022,3,'校园网络升级','网络覆盖率',NULL,'=',NULL,'98','%',NULL,NULL,NULL,NULL,'narrative',NULL,2566,2576,'网络覆盖率达到98%');
INSERT INTO "reasons" VALUES(1,1,2022,1,NULL,'收入合计','年初预算','增加','年中追加义务教育薄弱环节改善资金','上级或调剂资金',1,'narrative',NULL,314,330,'年中追加义务教育薄弱环节改善资金');
INSERT INTO "reasons" VALUES(2,1,2022,2,NULL,'收入总计','上年决算','增加','新招聘教师到岗，工资性支出增加','人员变动',1,'narrative',NULL,452,467,'新招聘教师到岗，工资性支出增加');
INSERT INTO "reasons" VALUES(3,1,2022,3,NULL,'支出总计','上年决算','增加','新招聘教师到岗，工资性支出增加','人员变动',1,'narrative',NULL,452,467,'新招聘教师到岗，工资性支出增加');
INSERT INTO "reasons" VALUES(4,1,2022,4,NULL,'财政拨款收入总计','上年决算','增加','新招聘教师到岗，工资性支出增加','人员变动',1,'narrative',NULL,860,875,'新招聘教师到岗，工资性支出增加');
INSERT INTO "reasons" VALUES(5,1,2022,5,NULL,'财政拨款支出总计','上年决算','增加','新招聘教师到岗，工资性支出增加','人员变动',1,'narrative',NULL,860,875,'新招聘教师到岗，工资性支出增加');
INSERT INTO "reasons" VALUES(6,1,2022,7,NULL,'教育支出/普通教育/初中教育','年初预算','增加','新招聘教师12人到岗','人员变动',1,'narrative',NULL,1093,1103,'新招聘教师12人到岗');
INSERT INTO "reasons" VALUES(7,1,2022,8,NULL,'社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出','年初预算','减少','部分教师退休，不再缴费','人员变动',1,'narrative',NULL,1209,1220,'部分教师退休，不再缴费');
INSERT INTO "reasons" VALUES(8,1,2022,10,NULL,'住房保障支出/住房改革支出/住房公积金','年初预算','增加','公积金缴存基数年度调整','薪酬社保政策',1,'narrative',NULL,1379,1390,'公积金缴存基数年度调整');
INSERT INTO "reasons" VALUES(9,1,2022,12,NULL,'“三公”经费','上年决算','减少','受疫情影响','疫情影响',1,'narrative',NULL,1631,1636,'受疫情影响');
INSERT INTO "reasons" VALUES(10,1,2022,12,NULL,'“三公”经费','上年决算','减少','外出教研用车减少','业务量变化',2,'narrative',NULL,1637,1645,'外出教研用车减少');
INSERT INTO "reasons" VALUES(11,1,2022,13,NULL,'公务用车运行费','上年决算','减少','公务用车由两辆减为一辆','资产购置维修',1,'narrative',NULL,1717,1728,'公务用车由两辆减为一辆');
INSERT INTO "reasons" VALUES(12,1,2022,14,NULL,'因公出国（境）费','无','未发生','未安排教师出国（境）研修','无此项业务',1,'narrative',NULL,1752,1764,'未安排教师出国（境）研修');
INSERT INTO "reasons" VALUES(13,1,2022,15,NULL,'公务接待费','无','未发生','学校不安排公务接待','无此项业务',1,'narrative',NULL,1785,1794,'学校不安排公务接待');
INSERT INTO "reasons" VALUES(14,1,2022,16,NULL,'项目支出','上年决算','减少','塑胶操场建设项目上年完工','项目增减',1,'narrative',NULL,1989,2001,'塑胶操场建设项目上年完工');
INSERT INTO "sums" VALUES(1,1,'各项支出（决算数）','29601800','29601800',4,1);
INSERT INTO "sums" VALUES(2,1,'本年收入（决算数）','30157200','30157200',8,1);
INSERT INTO "sums" VALUES(3,1,'收入总计（决算数）','30683200','30683200',2,1);
INSERT INTO "sums" VALUES(4,1,'本年支出（决算数）','30401800','30401800',2,1);
INSERT INTO "sums" VALUES(5,1,'支出总计（决算数）','30683200','30683200',2,1);
INSERT INTO "sums" VALUES(6,1,'人员与公用（决算数）','24324300','24324300',2,1);
INSERT INTO "sums" VALUES(7,1,'“三公”经费（决算数）','48500','48500',3,1);
INSERT INTO "sums" VALUES(8,1,'政府采购（决算数）','964000','964000',3,1);
PRAGMA user_version = 7;
PRAGMA application_id = 1247102291;
