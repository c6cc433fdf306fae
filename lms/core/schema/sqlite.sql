-- Made by `manage.py dump_schema`; do not edit. Made from: 31d39cb1bf9e58fb85e9ac841604c2f2073451568e85dddd0e14844884cbdb6e
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
--
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "assessments_answersheet" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "moment" varchar(4) NOT NULL, "source" varchar(5) NOT NULL, "handed_in_at" datetime NULL, "correct" smallint unsigned NULL CHECK ("correct" >= 0), "items" smallint unsigned NOT NULL CHECK ("items" >= 0), "settled_at" datetime NULL, "form_id" bigint NOT NULL REFERENCES "curricula_editionform" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "answer_sheet_once_per_moment" UNIQUE ("training_id", "person_id", "moment"), CONSTRAINT "answer_sheet_is_not_typed" CHECK (NOT ("source" = 'typed')), CONSTRAINT "answer_sheet_in_has_result" CHECK ((("correct" IS NULL AND "handed_in_at" IS NULL) OR ("correct" IS NOT NULL AND "handed_in_at" IS NOT NULL))), CONSTRAINT "answer_sheet_fits" CHECK (("correct" IS NULL OR "correct" <= ("items"))));
--
CREATE TABLE "assessments_commitment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "modules" text NOT NULL CHECK ((JSON_VALID("modules") OR "modules" IS NULL)), "due_on" date NOT NULL, "month_only" bool NOT NULL, "participants" smallint unsigned NOT NULL CHECK ("participants" >= 0), "note" varchar(200) NOT NULL, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "plan_id" bigint NOT NULL REFERENCES "assessments_rolloutplan" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "commitment_participants_sensible" CHECK (("participants" >= 1 AND "participants" <= 200)));
--
CREATE TABLE "assessments_phonetest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "moment" varchar(4) NOT NULL, "language" varchar(10) NOT NULL, "code" varchar(12) NOT NULL UNIQUE, "opened_at" datetime NOT NULL, "closed_at" datetime NULL, "closed_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "form_id" bigint NOT NULL REFERENCES "curricula_editionform" ("id") DEFERRABLE INITIALLY DEFERRED, "opened_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "phone_test_once_per_moment" UNIQUE ("training_id", "moment"));
--
CREATE TABLE "assessments_recusal" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "reason" varchar(11) NOT NULL, "assessor_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "recorded_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "recused_once_from_person" UNIQUE ("person_id", "assessor_id"));
--
CREATE TABLE "assessments_rolloutplan" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "reason" text NOT NULL, "on_paper" bool NOT NULL, "sent_at" datetime NULL, "returned_reason" text NOT NULL, "confirmed_at" datetime NULL, "confirmed_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "drafted_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "rollout_version_once" UNIQUE ("training_id", "person_id", "number"), CONSTRAINT "rollout_confirmed_by_somebody" CHECK (("confirmed_at" IS NULL OR ("confirmed_by_id" IS NOT NULL AND "sent_at" IS NOT NULL))), CONSTRAINT "rollout_change_has_reason" CHECK (("number" = 1 OR NOT ("reason" = ''))));
--
CREATE TABLE "assessments_sheetanswer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL, "given" text NOT NULL CHECK ((JSON_VALID("given") OR "given" IS NULL)), "is_right" bool NULL, "saved_at" datetime NOT NULL, "sheet_id" bigint NOT NULL REFERENCES "assessments_answersheet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "sheet_answers_item_once" UNIQUE ("sheet_id", "code"));
--
CREATE TABLE "assessments_teachback" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "held_on" date NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, "minutes" smallint unsigned NULL CHECK ("minutes" >= 0), "room" varchar(60) NOT NULL, "starts_at" time NULL, CONSTRAINT "teach_back_once_per_training" UNIQUE ("training_id", "person_id"), CONSTRAINT "teach_back_slot_has_length" CHECK ((("minutes" IS NULL AND "starts_at" IS NULL) OR ("minutes" >= 1 AND "starts_at" IS NOT NULL))));
--
CREATE TABLE "assessments_teachbackassessor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "part" varchar(6) NOT NULL, "assessor_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "named_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "teach_back_id" bigint NOT NULL REFERENCES "assessments_teachback" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "teach_back_assessor_once" UNIQUE ("teach_back_id", "assessor_id"), CONSTRAINT "teach_back_part_once" UNIQUE ("teach_back_id", "part"));
--
CREATE TABLE "assessments_teachbackscore" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "plan" smallint unsigned NULL CHECK ("plan" >= 0), "accuracy" smallint unsigned NULL CHECK ("accuracy" >= 0), "key_points" smallint unsigned NULL CHECK ("key_points" >= 0), "safety" smallint unsigned NULL CHECK ("safety" >= 0), "engagement" smallint unsigned NULL CHECK ("engagement" >= 0), "checking" smallint unsigned NULL CHECK ("checking" >= 0), "comment" text NOT NULL, "submitted_at" datetime NULL, "assessor_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "teach_back_id" bigint NOT NULL REFERENCES "assessments_teachback" ("id") DEFERRABLE INITIALLY DEFERRED, "declared_at" datetime NULL, CONSTRAINT "teach_back_scored_once_by_each" UNIQUE ("teach_back_id", "assessor_id"), CONSTRAINT "teach_back_plan_1_to_4" CHECK (("plan" >= 1 AND "plan" <= 4)), CONSTRAINT "teach_back_accuracy_1_to_4" CHECK (("accuracy" >= 1 AND "accuracy" <= 4)), CONSTRAINT "teach_back_key_points_1_to_4" CHECK (("key_points" >= 1 AND "key_points" <= 4)), CONSTRAINT "teach_back_safety_1_to_4" CHECK (("safety" >= 1 AND "safety" <= 4)), CONSTRAINT "teach_back_engagement_1_to_4" CHECK (("engagement" >= 1 AND "engagement" <= 4)), CONSTRAINT "teach_back_checking_1_to_4" CHECK (("checking" >= 1 AND "checking" <= 4)), CONSTRAINT "teach_back_handed_in_is_complete" CHECK (("submitted_at" IS NULL OR ("accuracy" IS NOT NULL AND "checking" IS NOT NULL AND "engagement" IS NOT NULL AND "key_points" IS NOT NULL AND "plan" IS NOT NULL AND "safety" IS NOT NULL))));
--
CREATE TABLE "assessments_testresult" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "moment" varchar(4) NOT NULL, "correct" smallint unsigned NOT NULL CHECK ("correct" >= 0), "items" smallint unsigned NOT NULL CHECK ("items" >= 0), "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "recorded_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, "source" varchar(5) NOT NULL, CONSTRAINT "test_result_once_per_moment" UNIQUE ("training_id", "person_id", "moment"), CONSTRAINT "test_result_fits" CHECK (("correct" <= ("items") AND "items" >= 1)));
--
CREATE TABLE "audit_checkpoint" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "link" bigint NOT NULL, "seal" varchar(64) NOT NULL);
--
CREATE TABLE "audit_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "action" varchar(60) NOT NULL, "object_type" varchar(60) NOT NULL, "object_id" varchar(40) NOT NULL, "institution_id" bigint NULL, "before" text NOT NULL CHECK ((JSON_VALID("before") OR "before" IS NULL)), "after" text NOT NULL CHECK ((JSON_VALID("after") OR "after" IS NULL)), "reason" text NOT NULL, "seal" varchar(64) NOT NULL, "link" bigint NULL UNIQUE, "actor_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
--
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
--
CREATE TABLE "cascade_deliveryexception" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "reason" text NOT NULL, "granted_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "delivery_exception_ends_after_start" CHECK ("ends_on" >= ("starts_on")), CONSTRAINT "delivery_exception_has_reason" CHECK (NOT ("reason" = '')));
--
CREATE TABLE "certification_batchrow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "failure" varchar(40) NOT NULL, "failure_words" text NOT NULL, "certificate_id" bigint NULL UNIQUE REFERENCES "certification_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "completion_id" bigint NULL REFERENCES "trainings_completion" ("id") DEFERRABLE INITIALLY DEFERRED, "decision_id" bigint NULL REFERENCES "certification_decision" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "batch_id" bigint NOT NULL REFERENCES "certification_issuebatch" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "once_in_a_batch" UNIQUE ("batch_id", "person_id"), CONSTRAINT "batch_row_has_one_ground" CHECK ((("decision_id" IS NULL OR "completion_id" IS NULL) AND 1 = (CASE WHEN "decision_id" IS NULL THEN 1 ELSE 0 END + CASE WHEN "completion_id" IS NULL THEN 1 ELSE 0 END))));
--
CREATE TABLE "certification_certificate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "kind" varchar(12) NOT NULL, "level" varchar(12) NOT NULL, "number" varchar(40) NOT NULL UNIQUE, "code" varchar(30) NOT NULL UNIQUE, "holder_name" varchar(210) NOT NULL, "language" varchar(10) NOT NULL, "valid_from" date NOT NULL, "valid_until" date NULL, "facts" text NOT NULL CHECK ((JSON_VALID("facts") OR "facts" IS NULL)), "document" varchar(200) NOT NULL, "document_sha256" varchar(64) NOT NULL, "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED, "edition_id" bigint NOT NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "issued_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, "decision_id" bigint NULL REFERENCES "certification_decision" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_id" bigint NULL REFERENCES "certification_scheme" ("id") DEFERRABLE INITIALLY DEFERRED, "act" varchar(10) NOT NULL, "act_reason" text NOT NULL, "replaces_id" bigint NULL UNIQUE REFERENCES "certification_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "certificate_ends_after_start" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))), CONSTRAINT "trainer_certificate_ends" CHECK (("kind" = 'completion' OR "valid_until" IS NOT NULL)), CONSTRAINT "trainer_certificate_has_decision" CHECK (("kind" = 'completion' OR "decision_id" IS NOT NULL)), CONSTRAINT "correction_has_reason" CHECK ((NOT ("act" = 'correction') OR ("replaces_id" IS NOT NULL AND NOT ("act_reason" = '')))));
--
CREATE TABLE "certification_certificateevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "effective_on" date NOT NULL, "reason" text NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "certificate_id" bigint NOT NULL REFERENCES "certification_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "request_id" bigint NULL UNIQUE REFERENCES "certification_standingrequest" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "certificate_event_has_reason" CHECK (NOT ("reason" = '')));
--
CREATE TABLE "certification_decision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "outcome" varchar(14) NOT NULL, "requirements" text NOT NULL CHECK ((JSON_VALID("requirements") OR "requirements" IS NULL)), "reason" text NOT NULL, "decided_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_id" bigint NOT NULL REFERENCES "certification_scheme" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NOT NULL REFERENCES "certification_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_at" datetime NOT NULL, "act" varchar(10) NOT NULL, "basis_id" bigint NULL REFERENCES "certification_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "certificate_followed_once" UNIQUE ("basis_id", "act"), CONSTRAINT "later_decision_has_its_basis" CHECK ((("act" = 'initial' AND "basis_id" IS NULL) OR (NOT ("act" = 'initial') AND "basis_id" IS NOT NULL))));
--
CREATE TABLE "certification_issuebatch" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "kind" varchar(12) NOT NULL, "beat_at" datetime NULL, "finished_at" datetime NULL, "by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "certification_logentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" bigint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "kind" varchar(10) NOT NULL, "certificate" varchar(64) NOT NULL, "day" date NOT NULL, "document" varchar(64) NOT NULL, "previous" varchar(64) NOT NULL, "seal" varchar(64) NOT NULL UNIQUE);
--
CREATE TABLE "certification_scheme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "code" varchar(40) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "refresher_months" smallint unsigned NOT NULL CHECK ("refresher_months" >= 0), "issuing_body" varchar(200) NOT NULL, "signatory" varchar(200) NOT NULL, "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED, "shows_holder" varchar(8) NOT NULL);
--
CREATE TABLE "certification_schemerequirement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "aim" varchar(10) NOT NULL, "kind" varchar(20) NOT NULL, "threshold" smallint unsigned NOT NULL CHECK ("threshold" >= 0), "months" smallint unsigned NULL CHECK ("months" >= 0), "version_id" bigint NOT NULL REFERENCES "certification_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "scheme_requirement_once" UNIQUE ("version_id", "aim", "kind"), CONSTRAINT "scheme_shares_fit" CHECK ((NOT ("kind" IN ('attendance', 'post_test')) OR "threshold" <= 100)), CONSTRAINT "scheme_asks_for_two_assessors" CHECK ((NOT ("kind" = 'teach_back') OR "threshold" >= 2)), CONSTRAINT "scheme_requirement_has_its_period" CHECK ((("kind" IN ('deliveries', 'refresher') AND "months" >= 1 AND "months" IS NOT NULL) OR (NOT ("kind" IN ('deliveries', 'refresher')) AND "months" IS NULL))));
--
CREATE TABLE "certification_schemeversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "provisional_first" bool NOT NULL, "validity_months" smallint unsigned NOT NULL CHECK ("validity_months" >= 0), "provisional_months" smallint unsigned NOT NULL CHECK ("provisional_months" >= 0), "renewal_opens_months" smallint unsigned NOT NULL CHECK ("renewal_opens_months" >= 0), "grace_months" smallint unsigned NOT NULL CHECK ("grace_months" >= 0), "note" text NOT NULL, "adopted_at" datetime NOT NULL, "adopted_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_id" bigint NOT NULL REFERENCES "certification_scheme" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "scheme_version_once" UNIQUE ("scheme_id", "number"), CONSTRAINT "scheme_version_lasts" CHECK (("provisional_months" >= 1 AND "validity_months" >= 1)));
--
CREATE TABLE "certification_standingrequest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "effective_on" date NOT NULL, "reason" text NOT NULL, "requested_at" datetime NOT NULL, "status" varchar(10) NOT NULL, "decided_at" datetime NULL, "answer" text NOT NULL, "certificate_id" bigint NOT NULL REFERENCES "certification_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "standing_request_has_reason" CHECK (NOT ("reason" = '')), CONSTRAINT "standing_request_needs_two_people" CHECK (("status" = 'taken_back' OR "decided_by_id" IS NULL OR NOT ("decided_by_id" = ("requested_by_id") AND "decided_by_id" IS NOT NULL))), CONSTRAINT "standing_request_decided_by_somebody" CHECK ((("decided_at" IS NULL AND "decided_by_id" IS NULL AND "status" = 'open') OR (NOT ("status" = 'open') AND "decided_at" IS NOT NULL AND "decided_by_id" IS NOT NULL))));
--
CREATE TABLE "cohorts_call" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "text" text NOT NULL, "cohort_id" bigint NOT NULL UNIQUE REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "cohorts_calldocument" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "title" varchar(150) NOT NULL, "file" varchar(200) NOT NULL, "file_name" varchar(200) NOT NULL, "size" integer unsigned NOT NULL CHECK ("size" >= 0), "sha256" varchar(64) NOT NULL, "added_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "cohorts_cohort" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "nominations_close_on" date NOT NULL, "scheme_id" bigint NOT NULL REFERENCES "certification_scheme" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL UNIQUE REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "cohorts_criterion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "title" varchar(120) NOT NULL, "weight" smallint unsigned NOT NULL CHECK ("weight" >= 0), "levels" text NOT NULL CHECK ((JSON_VALID("levels") OR "levels" IS NULL)), "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "criterion_once_per_cohort" UNIQUE ("cohort_id", "title"), CONSTRAINT "criterion_weight_sensible" CHECK (("weight" >= 1 AND "weight" <= 10)));
--
CREATE TABLE "cohorts_letter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "number" integer unsigned NOT NULL CHECK ("number" >= 0), "kind" varchar(12) NOT NULL, "status" varchar(12) NOT NULL, "language" varchar(10) NOT NULL, "subject" varchar(250) NOT NULL, "body" text NOT NULL, "written_on" date NOT NULL, "released_at" datetime NULL, "claimed_at" datetime NULL, "sent_at" datetime NULL, "sent_to" smallint unsigned NOT NULL CHECK ("sent_to" >= 0), "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "nomination_id" bigint NULL REFERENCES "cohorts_nomination" ("id") DEFERRABLE INITIALLY DEFERRED, "released_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "letter_number_once_per_cohort" UNIQUE ("cohort_id", "number"), CONSTRAINT "letter_released_has_a_moment" CHECK (("status" = 'released' OR "released_at" IS NULL)));
--
CREATE TABLE "cohorts_nomination" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "status" varchar(10) NOT NULL, "job_function" varchar(100) NOT NULL, "years_in_post" smallint unsigned NULL CHECK ("years_in_post" >= 0), "english" varchar(2) NOT NULL, "endorsed_by" varchar(150) NOT NULL, "endorsed_on" date NULL, "motivation" text NOT NULL, "reason" text NOT NULL, "reserve_place" smallint unsigned NULL CHECK ("reserve_place" >= 0), "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "late_reason" text NOT NULL, "priority" smallint unsigned NULL CHECK ("priority" >= 0), CONSTRAINT "nomination_once_per_cohort" UNIQUE ("cohort_id", "person_id"), CONSTRAINT "nomination_reserve_place_once" UNIQUE ("cohort_id", "reserve_place"), CONSTRAINT "nomination_place_of_reserve" CHECK (("reserve_place" IS NULL OR "status" = 'reserve')));
--
CREATE TABLE "cohorts_nominationversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "action" varchar(40) NOT NULL, "made_at" datetime NOT NULL, "said" text NOT NULL CHECK ((JSON_VALID("said") OR "said" IS NULL)), "by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "nomination_id" bigint NOT NULL REFERENCES "cohorts_nomination" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "nomination_version_once" UNIQUE ("nomination_id", "number"));
--
CREATE TABLE "cohorts_panelmember" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "added_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "panel_member_once" UNIQUE ("cohort_id", "user_id"));
--
CREATE TABLE "cohorts_panelscore" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "levels" text NOT NULL CHECK ((JSON_VALID("levels") OR "levels" IS NULL)), "comment" text NOT NULL, "submitted_at" datetime NULL, "member_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "nomination_id" bigint NOT NULL REFERENCES "cohorts_nomination" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "panel_score_once" UNIQUE ("nomination_id", "member_id"));
--
CREATE TABLE "cohorts_seatrule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "minimum" smallint unsigned NOT NULL CHECK ("minimum" >= 0), "maximum" smallint unsigned NOT NULL CHECK ("maximum" >= 0), "alternates" smallint unsigned NOT NULL CHECK ("alternates" >= 0), "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "seat_rule_once_per_institution" UNIQUE ("cohort_id", "institution_id"), CONSTRAINT "seat_rule_min_below_max" CHECK ("minimum" <= ("maximum")));
--
CREATE TABLE "cohorts_selection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "changed" integer unsigned NOT NULL CHECK ("changed" >= 0), "findings" text NOT NULL CHECK ((JSON_VALID("findings") OR "findings" IS NULL)), "reason" text NOT NULL, "by_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "cohort_id" bigint NOT NULL REFERENCES "cohorts_cohort" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_blueprint" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "lines" text NOT NULL CHECK ((JSON_VALID("lines") OR "lines" IS NULL)), "seed" varchar(40) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "curriculum_id" bigint NOT NULL UNIQUE REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_changenote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(40) NOT NULL, "sha256" varchar(64) NOT NULL, "is_gone" bool NOT NULL, "excerpt" varchar(120) NOT NULL, "at" datetime NOT NULL, "is_safety_relevant" bool NOT NULL, "marked_at" datetime NULL, "by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "marked_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_curriculum" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(40) NOT NULL UNIQUE, "title" varchar(200) NOT NULL);
--
CREATE TABLE "curricula_curriculumpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "audience" text NOT NULL, "source_sha256" varchar(64) NOT NULL, "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_download" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "title" varchar(255) NOT NULL, "classification" varchar(10) NOT NULL, "capacity" varchar(20) NOT NULL, "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "sha256" varchar(64) NOT NULL, "user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "edition_id" bigint NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, "edition_file_id" bigint NULL REFERENCES "curricula_editionfile" ("id") DEFERRABLE INITIALLY DEFERRED, "material_id" bigint NULL REFERENCES "curricula_material" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "restricted_download_has_user" CHECK (("user_id" IS NOT NULL OR "classification" = 'public')));
--
CREATE TABLE "curricula_edition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" varchar(20) NOT NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "minutes" integer unsigned NOT NULL CHECK ("minutes" >= 0), "sha256" varchar(64) NOT NULL, "note" text NOT NULL, "published_at" datetime NOT NULL, "withdrawn_on" date NULL, "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED, "published_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "edition_label_once_per_curriculum" UNIQUE ("curriculum_id", "label"));
--
CREATE TABLE "curricula_editionchange" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "word" varchar(10) NOT NULL, "is_safety_relevant" bool NOT NULL, "edition_id" bigint NOT NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "edition_changes_module_once" UNIQUE ("edition_id", "module_id"));
--
CREATE TABLE "curricula_editionfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file_name" varchar(200) NOT NULL, "classification" varchar(10) NOT NULL, "language" varchar(10) NOT NULL, "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "sha256" varchar(64) NOT NULL, "file" varchar(200) NOT NULL, "module_id" bigint NOT NULL REFERENCES "curricula_editionmodule" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_editionform" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "moment" varchar(4) NOT NULL, "codes" text NOT NULL CHECK ((JSON_VALID("codes") OR "codes" IS NULL)), "seed" varchar(80) NOT NULL, "items" smallint unsigned NOT NULL CHECK ("items" >= 0), "sha256" varchar(64) NOT NULL, "edition_id" bigint NOT NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "edition_has_form_once" UNIQUE ("edition_id", "moment"));
--
CREATE TABLE "curricula_editionitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL, "language" varchar(10) NOT NULL, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "sha256" varchar(64) NOT NULL, "module_id" bigint NOT NULL REFERENCES "curricula_editionmodule" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "curricula_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "edition_has_item_once" UNIQUE ("module_id", "item_id"));
--
CREATE TABLE "curricula_editionmodule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(200) NOT NULL, "kind" varchar(12) NOT NULL, "is_mandatory" bool NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "edition_id" bigint NOT NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "edition_has_module_once" UNIQUE ("edition_id", "module_id"));
--
CREATE TABLE "curricula_editiontext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "title" varchar(255) NOT NULL, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "covers" text NOT NULL CHECK ((JSON_VALID("covers") OR "covers" IS NULL)), "sha256" varchar(64) NOT NULL, "added_at" datetime NOT NULL, "added_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NOT NULL REFERENCES "curricula_editionmodule" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "edition_text_numbered_once" UNIQUE ("module_id", "language", "number"));
--
CREATE TABLE "curricula_item" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "objective" smallint unsigned NULL CHECK ("objective" >= 0), "objective_text" text NOT NULL, "kind" varchar(12) NOT NULL, "language" varchar(10) NOT NULL, "question" text NOT NULL, "answers" text NOT NULL CHECK ((JSON_VALID("answers") OR "answers" IS NULL)), "feedback" text NOT NULL, "picture" varchar(64) NOT NULL, "picture_kind" varchar(4) NOT NULL, "source_sha256" varchar(64) NOT NULL, "sha256" varchar(64) NOT NULL, "retired_on" date NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "changed_at" datetime NOT NULL, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_of_id" bigint NULL REFERENCES "curricula_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "item_number_once_per_module" UNIQUE ("module_id", "number"), CONSTRAINT "item_said_once_per_module" UNIQUE ("module_id", "sha256"), CONSTRAINT "item_translates_another" CHECK (NOT ("translation_of_id" = ("id") AND "translation_of_id" IS NOT NULL)), CONSTRAINT "item_original_has_no_source" CHECK ((("source_sha256" = '' AND "translation_of_id" IS NULL) OR "translation_of_id" IS NOT NULL)));
--
CREATE TABLE "curricula_librarypage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "introduction" text NOT NULL);
--
CREATE TABLE "curricula_material" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0), "file_hash" varchar(40) NOT NULL, "classification" varchar(10) NOT NULL, "language" varchar(10) NOT NULL, "sha256" varchar(64) NOT NULL, "source_sha256" varchar(64) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_module" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(10) NOT NULL, "title" varchar(200) NOT NULL, "kind" varchar(12) NOT NULL, "is_mandatory" bool NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "module_code_once_per_curriculum" UNIQUE ("curriculum_id", "code"));
--
CREATE TABLE "curricula_modulepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "objectives" text NOT NULL CHECK ((JSON_VALID("objectives") OR "objectives" IS NULL)), "key_points" text NOT NULL CHECK ((JSON_VALID("key_points") OR "key_points" IS NULL)), "safety_note" text NOT NULL, "scenario" text NOT NULL, "exercise" text NOT NULL CHECK ((JSON_VALID("exercise") OR "exercise" IS NULL)), "references" text NOT NULL CHECK ((JSON_VALID("references") OR "references" IS NULL)), "trainer_notes" text NOT NULL CHECK ((JSON_VALID("trainer_notes") OR "trainer_notes" IS NULL)), "source_sha256" varchar(64) NOT NULL, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), "lesson_plan" text NOT NULL CHECK ((JSON_VALID("lesson_plan") OR "lesson_plan" IS NULL)));
--
CREATE TABLE "curricula_readingplace" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "anchor" varchar(40) NOT NULL, "at" datetime NOT NULL, "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "curricula_modulepage" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_place_per_reader" UNIQUE ("user_id", "curriculum_id"));
--
CREATE TABLE "curricula_searchtext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" text NOT NULL, "text" text NOT NULL, "trainer_text" text NOT NULL, "material_id" bigint NULL UNIQUE REFERENCES "curricula_material" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NULL UNIQUE REFERENCES "curricula_modulepage" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "words_of_one_thing" CHECK ((("material_id" IS NOT NULL AND "page_id" IS NULL) OR ("material_id" IS NULL AND "page_id" IS NOT NULL))));
--
CREATE TABLE "curricula_secondpersontask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_secondpersontask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "secondpersontask_id" integer NOT NULL REFERENCES "curricula_secondpersontask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "curricula_translationreview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(10) NOT NULL, "kind" varchar(12) NOT NULL, "covers" text NOT NULL CHECK ((JSON_VALID("covers") OR "covers" IS NULL)), "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "still_valid_says_who" CHECK ((NOT ("kind" = 'still_valid') OR "by_id" IS NOT NULL)));
--
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
--
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
--
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
--
CREATE TABLE "django_tasks_database_dbtaskresult" ("id" char(32) NOT NULL PRIMARY KEY, "args_kwargs" text NOT NULL CHECK ((JSON_VALID("args_kwargs") OR "args_kwargs" IS NULL)), "priority" integer NOT NULL, "task_path" text NOT NULL, "queue_name" varchar(32) NOT NULL, "backend_name" varchar(32) NOT NULL, "run_after" datetime NOT NULL, "enqueued_at" datetime NOT NULL, "finished_at" datetime NULL, "started_at" datetime NULL, "return_value" text NULL CHECK ((JSON_VALID("return_value") OR "return_value" IS NULL)), "exception_class_path" text NOT NULL, "traceback" text NOT NULL, "worker_ids" text NOT NULL CHECK ((JSON_VALID("worker_ids") OR "worker_ids" IS NULL)), "status" varchar(10) NOT NULL, CONSTRAINT "priority_range" CHECK ("priority" BETWEEN -100 AND 100));
--
CREATE TABLE "institutions_facility" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "kind" varchar(20) NOT NULL, "jurisdiction_id" bigint NOT NULL REFERENCES "institutions_jurisdiction" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "institutions_institution" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "code" varchar(40) NOT NULL UNIQUE, "name" varchar(200) NOT NULL, "other_names" text NOT NULL CHECK ((JSON_VALID("other_names") OR "other_names" IS NULL)), "is_active" bool NOT NULL, "jurisdiction_id" bigint NOT NULL REFERENCES "institutions_jurisdiction" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "institution_name_once_per_jurisdiction" UNIQUE ("jurisdiction_id", "name"), CONSTRAINT "institution_not_its_own_parent" CHECK (NOT ("parent_id" = ("id") AND "parent_id" IS NOT NULL)));
--
CREATE TABLE "institutions_jurisdiction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(2) NOT NULL UNIQUE, "name" varchar(100) NOT NULL UNIQUE, "time_zone" varchar(40) NOT NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)));
--
CREATE TABLE "institutions_targetpopulation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "job_function" varchar(100) NOT NULL, "staff" integer unsigned NULL CHECK ("staff" >= 0), "women" integer unsigned NULL CHECK ("women" >= 0), "valid_from" date NULL, "source" varchar(200) NOT NULL, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "target_population_once_per_day" UNIQUE ("institution_id", "job_function", "valid_from"), CONSTRAINT "target_population_women_fit" CHECK (("women" IS NULL OR "staff" IS NULL OR "women" <= ("staff"))), CONSTRAINT "target_population_known_has_day" CHECK (("staff" IS NULL OR "valid_from" IS NOT NULL)));
--
CREATE TABLE "institutions_unit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(160) NOT NULL, "key" varchar(160) NOT NULL, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unit_once_per_institution" UNIQUE ("institution_id", "key"));
--
CREATE TABLE "intake_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "purpose" varchar(40) NOT NULL, "subject_id" bigint NOT NULL, "file_name" varchar(200) NOT NULL, "sha256" varchar(64) NOT NULL, "rows" text NOT NULL CHECK ((JSON_VALID("rows") OR "rows" IS NULL)), "facts" text NOT NULL CHECK ((JSON_VALID("facts") OR "facts" IS NULL)), "applied_at" datetime NULL, "result" text NOT NULL CHECK ((JSON_VALID("result") OR "result" IS NULL)), "uploaded_by_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);
--
CREATE TABLE "monitoring_reportingperiod" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "label" varchar(40) NOT NULL UNIQUE, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "status" varchar(10) NOT NULL, CONSTRAINT "period_ends_after_start" CHECK ("ends_on" >= ("starts_on")));
--
CREATE TABLE "monitoring_snapshot" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "as_of" date NOT NULL, "figures" text NOT NULL CHECK ((JSON_VALID("figures") OR "figures" IS NULL)), "sha256" varchar(64) NOT NULL, "reason" text NOT NULL, "taken_at" datetime NOT NULL, "amends_id" bigint NULL UNIQUE REFERENCES "monitoring_snapshot" ("id") DEFERRABLE INITIALLY DEFERRED, "period_id" bigint NOT NULL REFERENCES "monitoring_reportingperiod" ("id") DEFERRABLE INITIALLY DEFERRED, "taken_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "people_person" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "family_name" varchar(100) NOT NULL, "given_name" varchar(100) NOT NULL, "name_key" varchar(210) NOT NULL, "other_spellings" text NOT NULL CHECK ((JSON_VALID("other_spellings") OR "other_spellings" IS NULL)), "sex" varchar(12) NOT NULL, "service_number" varchar(40) NOT NULL, "job_function" varchar(100) NOT NULL, "email" varchar(254) NOT NULL, "language" varchar(10) NOT NULL, "left_on" date NULL, "retain_until" date NOT NULL, "anonymised_at" datetime NULL, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "merged_into_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "institutions_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL UNIQUE REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "people_role" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NULL, "ended_at" datetime NULL, "end_reason" text NOT NULL, "granted_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "role_bound_to_institution" CHECK (("kind" IN ('office', 'observer') OR "institution_id" IS NOT NULL)), CONSTRAINT "role_ends_after_start" CHECK (("ends_on" IS NULL OR "ends_on" >= ("starts_on"))));
--
CREATE TABLE "people_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "first_name" varchar(150) NOT NULL, "last_name" varchar(150) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "email" varchar(254) NOT NULL UNIQUE, "language" varchar(10) NOT NULL);
--
CREATE TABLE "people_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "people_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "pool_reminder" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "audience" varchar(12) NOT NULL, "subject" varchar(40) NOT NULL, "threshold" smallint NOT NULL, "language" varchar(10) NOT NULL, "line" text NOT NULL, "made_at" datetime NOT NULL, "queued_at" datetime NOT NULL, "claimed_at" datetime NULL, "sent_at" datetime NULL, "dropped_at" datetime NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "recipient_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "reminder_has_reader" CHECK (("audience" = 'trainer' OR "recipient_id" IS NOT NULL)), CONSTRAINT "reminder_sent_or_dropped" CHECK (("sent_at" IS NULL OR "dropped_at" IS NULL)));
--
CREATE TABLE "programme_programme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "code" varchar(40) NOT NULL UNIQUE, "title" varchar(250) NOT NULL, "reference" varchar(200) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NULL, "funding_statement" text NOT NULL, "disclaimer" text NOT NULL);
--
CREATE TABLE "programme_regionalworkshop" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" smallint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "place" varchar(100) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "participants" smallint unsigned NULL CHECK ("participants" >= 0), "topics" text NOT NULL CHECK ((JSON_VALID("topics") OR "topics" IS NULL)), "note" text NOT NULL, "source" varchar(250) NOT NULL, CONSTRAINT "workshop_ends_after_start" CHECK ("ends_on" >= ("starts_on")));
--
CREATE TABLE "programme_target" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "component" varchar(16) NOT NULL, "title" varchar(200) NOT NULL, "unit" varchar(60) NOT NULL, "stated" integer unsigned NOT NULL CHECK ("stated" >= 0), "is_ceiling" bool NOT NULL, "source" varchar(250) NOT NULL, "programme_id" bigint NOT NULL REFERENCES "programme_programme" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "programme_targetshare" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "planned" integer unsigned NOT NULL CHECK ("planned" >= 0), "done" integer unsigned NOT NULL CHECK ("done" >= 0), "jurisdiction_id" bigint NOT NULL REFERENCES "institutions_jurisdiction" ("id") DEFERRABLE INITIALLY DEFERRED, "target_id" bigint NOT NULL REFERENCES "programme_target" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "target_share_once" UNIQUE ("target_id", "jurisdiction_id"));
--
CREATE TABLE "taggit_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(100) NOT NULL UNIQUE);
--
CREATE TABLE "taggit_taggeditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" integer NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" integer NOT NULL REFERENCES "taggit_tag" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq" UNIQUE ("content_type_id", "object_id", "tag_id"));
--
CREATE TABLE "trainings_agendafacilitator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "leads" bool NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "trainings_agendaitem" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "agenda_facilitator_once" UNIQUE ("item_id", "person_id"));
--
CREATE TABLE "trainings_agendaitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "kind" varchar(14) NOT NULL, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "title" varchar(150) NOT NULL, "room" varchar(80) NOT NULL, "group" varchar(1) NOT NULL, "uid" char(32) NOT NULL UNIQUE, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "removed_at" datetime NULL, "module_id" bigint NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, "session_id" bigint NULL REFERENCES "trainings_session" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "agenda_item_ends_after_start" CHECK ("ends_at" > ("starts_at")), CONSTRAINT "agenda_item_says_what" CHECK ((NOT ("title" = '') OR "module_id" IS NOT NULL)), CONSTRAINT "agenda_module_item_has_module" CHECK ((NOT ("kind" = 'module') OR "module_id" IS NOT NULL)), CONSTRAINT "agenda_item_in_a_half_day" CHECK (("removed_at" IS NOT NULL OR "session_id" IS NOT NULL)));
--
CREATE TABLE "trainings_attendance" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "present" bool NOT NULL, "recorded_at" datetime NOT NULL, "recorded_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "enrolment_id" bigint NOT NULL REFERENCES "trainings_enrolment" ("id") DEFERRABLE INITIALLY DEFERRED, "session_id" bigint NOT NULL REFERENCES "trainings_session" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "attendance_once_per_session" UNIQUE ("session_id", "enrolment_id"));
--
CREATE TABLE "trainings_completion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "outcome" varchar(12) NOT NULL, "completed_on" date NOT NULL, "half_days" smallint unsigned NOT NULL CHECK ("half_days" >= 0), "half_days_attended" smallint unsigned NOT NULL CHECK ("half_days_attended" >= 0), "missing_modules" text NOT NULL CHECK ((JSON_VALID("missing_modules") OR "missing_modules" IS NULL)), "enrolment_id" bigint NOT NULL UNIQUE REFERENCES "trainings_enrolment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "completion_half_days_fit" CHECK ("half_days_attended" <= ("half_days")));
--
CREATE TABLE "trainings_decision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "at" datetime NOT NULL, "reason" text NOT NULL, "findings" text NOT NULL CHECK ((JSON_VALID("findings") OR "findings" IS NULL)), "by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "trainings_deliverer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(12) NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "deliverer_once_per_training" UNIQUE ("training_id", "person_id"));
--
CREATE TABLE "trainings_enrolment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "status" varchar(12) NOT NULL, "source" varchar(12) NOT NULL, "place" integer unsigned NOT NULL CHECK ("place" >= 0), "reason" varchar(250) NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "enrolment_once_per_training" UNIQUE ("training_id", "person_id"), CONSTRAINT "enrolment_place_once_per_training" UNIQUE ("training_id", "place"));
--
CREATE TABLE "trainings_headcount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "women" smallint unsigned NOT NULL CHECK ("women" >= 0), "men" smallint unsigned NOT NULL CHECK ("men" >= 0), "not_recorded" smallint unsigned NOT NULL CHECK ("not_recorded" >= 0), "total" smallint unsigned NOT NULL CHECK ("total" >= 0), "training_id" bigint NOT NULL UNIQUE REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "head_count_split_adds_up" CHECK ("total" = (("women" + "men") + "not_recorded")));
--
CREATE TABLE "trainings_session" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "held_on" date NOT NULL, "half" varchar(2) NOT NULL, "language" varchar(10) NOT NULL, "closed_at" datetime NULL, "edition_id" bigint NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, "training_id" bigint NOT NULL REFERENCES "trainings_training" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "session_half_day_once" UNIQUE ("training_id", "held_on", "half"), CONSTRAINT "closed_session_pins_edition" CHECK (("closed_at" IS NULL OR "edition_id" IS NOT NULL)));
--
CREATE TABLE "trainings_sessionmodule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "delivered" bool NULL, "module_id" bigint NOT NULL REFERENCES "curricula_module" ("id") DEFERRABLE INITIALLY DEFERRED, "session_id" bigint NOT NULL REFERENCES "trainings_session" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "session_module_once" UNIQUE ("session_id", "module_id"));
--
CREATE TABLE "trainings_training" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "kind" varchar(12) NOT NULL, "reference" varchar(30) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "language" varchar(10) NOT NULL, "venue" varchar(200) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "seats" smallint unsigned NOT NULL CHECK ("seats" >= 0), "enrolment_code" varchar(30) NOT NULL UNIQUE, "enrolment_closes_on" date NULL, "status" varchar(12) NOT NULL, "head_count_only" bool NOT NULL, "reported_participants" smallint unsigned NULL CHECK ("reported_participants" >= 0), "created_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "curriculum_id" bigint NOT NULL REFERENCES "curricula_curriculum" ("id") DEFERRABLE INITIALLY DEFERRED, "edition_id" bigint NOT NULL REFERENCES "curricula_edition" ("id") DEFERRABLE INITIALLY DEFERRED, "institution_id" bigint NOT NULL REFERENCES "institutions_institution" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "training_ends_after_start" CHECK ("ends_on" >= ("starts_on")), CONSTRAINT "training_seats_sensible" CHECK (("seats" >= 1 AND "seats" <= 200)), CONSTRAINT "training_enrolment_closes_in_time" CHECK (("enrolment_closes_on" IS NULL OR "enrolment_closes_on" <= ("ends_on"))));
--
CREATE TABLE "wagtail_localize_localesynchronization" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "locale_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "sync_from_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_overridablesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "data_json" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_relatedobjectsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_segmentoverride" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "data_json" text NOT NULL, "has_error" bool NOT NULL, "field_error" text NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "last_translated_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_string" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data_hash" char(32) NOT NULL, "data" text NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_stringsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "attrs" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "string_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_stringtranslation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_of_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED, "tool_name" varchar(255) NOT NULL, "translation_type" varchar(20) NOT NULL, "last_translated_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "field_error" text NOT NULL, "has_error" bool NOT NULL);
--
CREATE TABLE "wagtail_localize_template" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "template" text NOT NULL, "template_format" varchar(100) NOT NULL, "string_count" integer unsigned NOT NULL CHECK ("string_count" >= 0));
--
CREATE TABLE "wagtail_localize_templatesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "template_id" integer NOT NULL REFERENCES "wagtail_localize_template" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_translatableobject" ("translation_key" char(32) NOT NULL PRIMARY KEY, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_translation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "translations_last_updated_at" datetime NULL, "destination_last_updated_at" datetime NULL, "enabled" bool NOT NULL, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "target_locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_translationcontext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path_id" char(32) NOT NULL, "path" text NOT NULL, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "field_path" text NOT NULL);
--
CREATE TABLE "wagtail_localize_translationlog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtail_localize_translationsource" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_repr" text NOT NULL, "content_json" text NOT NULL, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "specific_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "last_updated_at" datetime NOT NULL, "schema_version" varchar(255) NOT NULL);
--
CREATE TABLE "wagtailadmin_admin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT);
--
CREATE TABLE "wagtailadmin_editingsession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "last_seen_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "is_editing" bool NOT NULL);
--
CREATE TABLE "wagtailadmin_formstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "object_id" varchar(255) NOT NULL, "parent_object_id" varchar(255) NOT NULL, "last_updated_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_collection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL);
--
CREATE TABLE "wagtailcore_collectionviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "restriction_type" varchar(20) NOT NULL, "password" varchar(255) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_collectionviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collectionviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_collectionviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "contentpath" text NOT NULL, "position" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "resolved_at" datetime NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_created_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_commentreply" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "comment_id" integer NOT NULL REFERENCES "wagtailcore_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_groupapprovaltask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_groupapprovaltask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "groupapprovaltask_id" integer NOT NULL REFERENCES "wagtailcore_groupapprovaltask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_groupcollectionpermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_grouppagepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unique_permission" UNIQUE ("group_id", "page_id", "permission_id"));
--
CREATE TABLE "wagtailcore_groupsitepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_locale" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language_code" varchar(100) NOT NULL UNIQUE);
--
CREATE TABLE "wagtailcore_modellogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "object_id" varchar(255) NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL, "uuid" char(32) NULL, "revision_id" integer NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
--
CREATE TABLE "wagtailcore_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "live" bool NOT NULL, "has_unpublished_changes" bool NOT NULL, "url_path" text NOT NULL, "seo_title" varchar(255) NOT NULL, "show_in_menus" bool NOT NULL, "search_description" text NOT NULL, "go_live_at" datetime NULL, "expire_at" datetime NULL, "expired" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locked" bool NOT NULL, "latest_revision_created_at" datetime NULL, "first_published_at" datetime NULL, "live_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "last_published_at" datetime NULL, "draft_title" varchar(255) NOT NULL, "locked_at" datetime NULL, "locked_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_key" char(32) NOT NULL, "alias_of_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "latest_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_pagelogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL, "revision_id" integer NULL, "user_id" bigint NULL, "uuid" char(32) NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
--
CREATE TABLE "wagtailcore_pagesubscription" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "comment_notifications" bool NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_pageviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(255) NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "restriction_type" varchar(20) NOT NULL);
--
CREATE TABLE "wagtailcore_pageviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "pageviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_pageviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_referenceindex" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "to_object_id" varchar(255) NOT NULL, "model_path" text NOT NULL, "content_path" text NOT NULL, "content_path_hash" char(32) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "to_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "approved_go_live_at" datetime NULL, "user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "object_id" varchar(255) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "object_str" text NOT NULL);
--
CREATE TABLE "wagtailcore_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hostname" varchar(255) NOT NULL, "port" integer NOT NULL, "is_default_site" bool NOT NULL, "root_page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_name" varchar(255) NOT NULL);
--
CREATE TABLE "wagtailcore_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_taskstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "started_at" datetime NOT NULL, "finished_at" datetime NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_state_id" integer NOT NULL REFERENCES "wagtailcore_workflowstate" ("id") DEFERRABLE INITIALLY DEFERRED, "finished_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "comment" text NOT NULL, "revision_id" integer NOT NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_uploadedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(200) NOT NULL, "for_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_workflow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL);
--
CREATE TABLE "wagtailcore_workflowcontenttype" ("content_type_id" integer NOT NULL PRIMARY KEY REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_workflowpage" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_workflowstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "created_at" datetime NOT NULL, "current_task_state_id" integer NULL UNIQUE REFERENCES "wagtailcore_taskstate" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" varchar(255) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtailcore_workflowtask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
--
CREATE TABLE "wagtaildocs_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0));
--
CREATE TABLE "wagtailembeds_embed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "url" text NOT NULL, "max_width" smallint NULL, "type" varchar(10) NOT NULL, "html" text NOT NULL, "title" text NOT NULL, "author_name" text NOT NULL, "provider_name" text NOT NULL, "width" integer NULL, "height" integer NULL, "last_updated" datetime NOT NULL, "hash" varchar(32) NOT NULL UNIQUE, "thumbnail_url" text NOT NULL, "cache_until" datetime NULL);
--
CREATE TABLE "wagtailimages_image" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "description" varchar(255) NOT NULL);
--
CREATE TABLE "wagtailimages_rendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "filter_spec" varchar(255) NOT NULL, "image_id" integer NOT NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL);
--
CREATE TABLE "wagtailsearch_indexentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(50) NOT NULL, "title_norm" real NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "autocomplete" text NULL, "body" text NULL, "title" text NOT NULL);
--
CREATE VIRTUAL TABLE wagtailsearch_indexentry_fts USING fts5(autocomplete, body, title);
--
CREATE TABLE "wagtailusers_userprofile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_notifications" bool NOT NULL, "approved_notifications" bool NOT NULL, "rejected_notifications" bool NOT NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "preferred_language" varchar(10) NOT NULL, "current_time_zone" varchar(40) NOT NULL, "avatar" varchar(100) NOT NULL, "updated_comments_notifications" bool NOT NULL, "dismissibles" text NOT NULL CHECK ((JSON_VALID("dismissibles") OR "dismissibles" IS NULL)), "theme" varchar(40) NOT NULL, "density" varchar(40) NOT NULL, "contrast" varchar(40) NOT NULL, "keyboard_shortcuts" bool NOT NULL);
--
INSERT INTO "auth_group" ("id", "name") VALUES
(1, 'Moderators'),
(2, 'Editors');
--
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES
(1, 2, 105),
(2, 1, 105),
(3, 2, 106),
(4, 1, 106),
(5, 2, 107),
(6, 2, 108),
(7, 2, 109),
(8, 1, 107),
(9, 1, 108),
(10, 1, 109),
(11, 2, 110),
(12, 1, 110),
(13, 2, 112),
(14, 2, 113),
(15, 2, 111),
(16, 1, 112),
(17, 1, 113),
(18, 1, 111),
(19, 2, 114),
(20, 1, 114);
--
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES
(1, 3, 'add_locale', 'Can add locale'),
(2, 3, 'change_locale', 'Can change locale'),
(3, 3, 'delete_locale', 'Can delete locale'),
(4, 3, 'view_locale', 'Can view locale'),
(5, 4, 'add_site', 'Can add site'),
(6, 4, 'change_site', 'Can change site'),
(7, 4, 'delete_site', 'Can delete site'),
(8, 4, 'view_site', 'Can view site'),
(9, 5, 'add_groupsitepermission', 'Can add group site permission'),
(10, 5, 'change_groupsitepermission', 'Can change group site permission'),
(11, 5, 'delete_groupsitepermission', 'Can delete group site permission'),
(12, 5, 'view_groupsitepermission', 'Can view group site permission'),
(13, 6, 'add_modellogentry', 'Can add model log entry'),
(14, 6, 'change_modellogentry', 'Can change model log entry'),
(15, 6, 'delete_modellogentry', 'Can delete model log entry'),
(16, 6, 'view_modellogentry', 'Can view model log entry'),
(17, 7, 'add_revision', 'Can add revision'),
(18, 7, 'change_revision', 'Can change revision'),
(19, 7, 'delete_revision', 'Can delete revision'),
(20, 7, 'view_revision', 'Can view revision'),
(21, 8, 'add_collectionviewrestriction', 'Can add collection view restriction'),
(22, 8, 'change_collectionviewrestriction', 'Can change collection view restriction'),
(23, 8, 'delete_collectionviewrestriction', 'Can delete collection view restriction'),
(24, 8, 'view_collectionviewrestriction', 'Can view collection view restriction'),
(25, 9, 'add_collection', 'Can add collection'),
(26, 9, 'change_collection', 'Can change collection'),
(27, 9, 'delete_collection', 'Can delete collection'),
(28, 9, 'view_collection', 'Can view collection'),
(29, 10, 'add_groupcollectionpermission', 'Can add group collection permission'),
(30, 10, 'change_groupcollectionpermission', 'Can change group collection permission'),
(31, 10, 'delete_groupcollectionpermission', 'Can delete group collection permission'),
(32, 10, 'view_groupcollectionpermission', 'Can view group collection permission'),
(33, 11, 'add_uploadedfile', 'Can add uploaded file'),
(34, 11, 'change_uploadedfile', 'Can change uploaded file'),
(35, 11, 'delete_uploadedfile', 'Can delete uploaded file'),
(36, 11, 'view_uploadedfile', 'Can view uploaded file'),
(37, 12, 'add_workflowcontenttype', 'Can add workflow content type'),
(38, 12, 'change_workflowcontenttype', 'Can change workflow content type'),
(39, 12, 'delete_workflowcontenttype', 'Can delete workflow content type'),
(40, 12, 'view_workflowcontenttype', 'Can view workflow content type'),
(41, 13, 'add_workflowstate', 'Can add Workflow state'),
(42, 13, 'change_workflowstate', 'Can change Workflow state'),
(43, 13, 'delete_workflowstate', 'Can delete Workflow state'),
(44, 13, 'view_workflowstate', 'Can view Workflow state'),
(45, 14, 'add_workflow', 'Can add workflow'),
(46, 14, 'change_workflow', 'Can change workflow'),
(47, 14, 'delete_workflow', 'Can delete workflow'),
(48, 14, 'view_workflow', 'Can view workflow'),
(49, 15, 'add_workflowtask', 'Can add workflow task order'),
(50, 15, 'change_workflowtask', 'Can change workflow task order'),
(51, 15, 'delete_workflowtask', 'Can delete workflow task order'),
(52, 15, 'view_workflowtask', 'Can view workflow task order'),
(53, 16, 'add_task', 'Can add task'),
(54, 16, 'change_task', 'Can change task'),
(55, 16, 'delete_task', 'Can delete task'),
(56, 16, 'view_task', 'Can view task'),
(57, 2, 'add_groupapprovaltask', 'Can add Group approval task'),
(58, 2, 'change_groupapprovaltask', 'Can change Group approval task'),
(59, 2, 'delete_groupapprovaltask', 'Can delete Group approval task'),
(60, 2, 'view_groupapprovaltask', 'Can view Group approval task'),
(61, 17, 'add_taskstate', 'Can add Task state'),
(62, 17, 'change_taskstate', 'Can change Task state'),
(63, 17, 'delete_taskstate', 'Can delete Task state'),
(64, 17, 'view_taskstate', 'Can view Task state'),
(65, 1, 'add_page', 'Can add page'),
(66, 1, 'change_page', 'Can change page'),
(67, 1, 'delete_page', 'Can delete page'),
(68, 1, 'view_page', 'Can view page'),
(69, 1, 'bulk_delete_page', 'Delete pages with children'),
(70, 1, 'lock_page', 'Lock/unlock pages you''ve locked'),
(71, 1, 'publish_page', 'Publish any page'),
(72, 1, 'unlock_page', 'Unlock any page'),
(73, 18, 'add_grouppagepermission', 'Can add group page permission'),
(74, 18, 'change_grouppagepermission', 'Can change group page permission'),
(75, 18, 'delete_grouppagepermission', 'Can delete group page permission'),
(76, 18, 'view_grouppagepermission', 'Can view group page permission'),
(77, 19, 'add_pageviewrestriction', 'Can add page view restriction'),
(78, 19, 'change_pageviewrestriction', 'Can change page view restriction'),
(79, 19, 'delete_pageviewrestriction', 'Can delete page view restriction'),
(80, 19, 'view_pageviewrestriction', 'Can view page view restriction'),
(81, 20, 'add_workflowpage', 'Can add workflow page'),
(82, 20, 'change_workflowpage', 'Can change workflow page'),
(83, 20, 'delete_workflowpage', 'Can delete workflow page'),
(84, 20, 'view_workflowpage', 'Can view workflow page'),
(85, 21, 'add_pagelogentry', 'Can add page log entry'),
(86, 21, 'change_pagelogentry', 'Can change page log entry'),
(87, 21, 'delete_pagelogentry', 'Can delete page log entry'),
(88, 21, 'view_pagelogentry', 'Can view page log entry'),
(89, 22, 'add_comment', 'Can add comment'),
(90, 22, 'change_comment', 'Can change comment'),
(91, 22, 'delete_comment', 'Can delete comment'),
(92, 22, 'view_comment', 'Can view comment'),
(93, 23, 'add_commentreply', 'Can add comment reply'),
(94, 23, 'change_commentreply', 'Can change comment reply'),
(95, 23, 'delete_commentreply', 'Can delete comment reply'),
(96, 23, 'view_commentreply', 'Can view comment reply'),
(97, 24, 'add_pagesubscription', 'Can add page subscription'),
(98, 24, 'change_pagesubscription', 'Can change page subscription'),
(99, 24, 'delete_pagesubscription', 'Can delete page subscription'),
(100, 24, 'view_pagesubscription', 'Can view page subscription'),
(101, 25, 'add_referenceindex', 'Can add reference index'),
(102, 25, 'change_referenceindex', 'Can change reference index'),
(103, 25, 'delete_referenceindex', 'Can delete reference index'),
(104, 25, 'view_referenceindex', 'Can view reference index'),
(105, 26, 'submit_translation', 'Can submit translations'),
(106, 27, 'access_admin', 'Can access Wagtail admin'),
(107, 28, 'add_document', 'Can add document'),
(108, 28, 'change_document', 'Can change document'),
(109, 28, 'delete_document', 'Can delete document'),
(110, 28, 'choose_document', 'Can choose document'),
(111, 29, 'add_image', 'Can add image'),
(112, 29, 'change_image', 'Can change image'),
(113, 29, 'delete_image', 'Can delete image'),
(114, 29, 'choose_image', 'Can choose image'),
(115, 30, 'add_reportingperiod', 'Can add reporting period'),
(116, 30, 'change_reportingperiod', 'Can change reporting period'),
(117, 30, 'delete_reportingperiod', 'Can delete reporting period'),
(118, 30, 'view_reportingperiod', 'Can view reporting period'),
(119, 31, 'add_snapshot', 'Can add frozen figures'),
(120, 31, 'change_snapshot', 'Can change frozen figures'),
(121, 31, 'delete_snapshot', 'Can delete frozen figures'),
(122, 31, 'view_snapshot', 'Can view frozen figures'),
(123, 32, 'add_reminder', 'Can add reminder'),
(124, 32, 'change_reminder', 'Can change reminder'),
(125, 32, 'delete_reminder', 'Can delete reminder'),
(126, 32, 'view_reminder', 'Can view reminder'),
(127, 33, 'add_deliveryexception', 'Can add exception for a delivery'),
(128, 33, 'change_deliveryexception', 'Can change exception for a delivery'),
(129, 33, 'delete_deliveryexception', 'Can delete exception for a delivery'),
(130, 33, 'view_deliveryexception', 'Can view exception for a delivery'),
(131, 34, 'add_cohort', 'Can add ToT cohort'),
(132, 34, 'change_cohort', 'Can change ToT cohort'),
(133, 34, 'delete_cohort', 'Can delete ToT cohort'),
(134, 34, 'view_cohort', 'Can view ToT cohort'),
(135, 35, 'add_nomination', 'Can add nomination'),
(136, 35, 'change_nomination', 'Can change nomination'),
(137, 35, 'delete_nomination', 'Can delete nomination'),
(138, 35, 'view_nomination', 'Can view nomination'),
(139, 36, 'add_call', 'Can add call for nominations'),
(140, 36, 'change_call', 'Can change call for nominations'),
(141, 36, 'delete_call', 'Can delete call for nominations'),
(142, 36, 'view_call', 'Can view call for nominations'),
(143, 37, 'add_calldocument', 'Can add document of a call'),
(144, 37, 'change_calldocument', 'Can change document of a call'),
(145, 37, 'delete_calldocument', 'Can delete document of a call'),
(146, 37, 'view_calldocument', 'Can view document of a call'),
(147, 38, 'add_selection', 'Can add selection'),
(148, 38, 'change_selection', 'Can change selection'),
(149, 38, 'delete_selection', 'Can delete selection'),
(150, 38, 'view_selection', 'Can view selection'),
(151, 39, 'add_criterion', 'Can add criterion'),
(152, 39, 'change_criterion', 'Can change criterion'),
(153, 39, 'delete_criterion', 'Can delete criterion'),
(154, 39, 'view_criterion', 'Can view criterion'),
(155, 40, 'add_letter', 'Can add letter'),
(156, 40, 'change_letter', 'Can change letter'),
(157, 40, 'delete_letter', 'Can delete letter'),
(158, 40, 'view_letter', 'Can view letter'),
(159, 41, 'add_nominationversion', 'Can add version of a nomination'),
(160, 41, 'change_nominationversion', 'Can change version of a nomination'),
(161, 41, 'delete_nominationversion', 'Can delete version of a nomination'),
(162, 41, 'view_nominationversion', 'Can view version of a nomination'),
(163, 42, 'add_panelmember', 'Can add member of a panel'),
(164, 42, 'change_panelmember', 'Can change member of a panel'),
(165, 42, 'delete_panelmember', 'Can delete member of a panel'),
(166, 42, 'view_panelmember', 'Can view member of a panel'),
(167, 43, 'add_panelscore', 'Can add score of the panel'),
(168, 43, 'change_panelscore', 'Can change score of the panel'),
(169, 43, 'delete_panelscore', 'Can delete score of the panel'),
(170, 43, 'view_panelscore', 'Can view score of the panel'),
(171, 44, 'add_seatrule', 'Can add seat rule'),
(172, 44, 'change_seatrule', 'Can change seat rule'),
(173, 44, 'delete_seatrule', 'Can delete seat rule'),
(174, 44, 'view_seatrule', 'Can view seat rule'),
(175, 45, 'add_scheme', 'Can add certification scheme'),
(176, 45, 'change_scheme', 'Can change certification scheme'),
(177, 45, 'delete_scheme', 'Can delete certification scheme'),
(178, 45, 'view_scheme', 'Can view certification scheme'),
(179, 46, 'add_decision', 'Can add certification decision'),
(180, 46, 'change_decision', 'Can change certification decision'),
(181, 46, 'delete_decision', 'Can delete certification decision'),
(182, 46, 'view_decision', 'Can view certification decision'),
(183, 47, 'add_certificate', 'Can add certificate'),
(184, 47, 'change_certificate', 'Can change certificate'),
(185, 47, 'delete_certificate', 'Can delete certificate'),
(186, 47, 'view_certificate', 'Can view certificate'),
(187, 48, 'add_certificateevent', 'Can add certificate event'),
(188, 48, 'change_certificateevent', 'Can change certificate event'),
(189, 48, 'delete_certificateevent', 'Can delete certificate event'),
(190, 48, 'view_certificateevent', 'Can view certificate event'),
(191, 49, 'add_schemeversion', 'Can add version of a scheme'),
(192, 49, 'change_schemeversion', 'Can change version of a scheme'),
(193, 49, 'delete_schemeversion', 'Can delete version of a scheme'),
(194, 49, 'view_schemeversion', 'Can view version of a scheme'),
(195, 50, 'add_schemerequirement', 'Can add requirement of a scheme'),
(196, 50, 'change_schemerequirement', 'Can change requirement of a scheme'),
(197, 50, 'delete_schemerequirement', 'Can delete requirement of a scheme'),
(198, 50, 'view_schemerequirement', 'Can view requirement of a scheme'),
(199, 51, 'add_batchrow', 'Can add person of an issue'),
(200, 51, 'change_batchrow', 'Can change person of an issue'),
(201, 51, 'delete_batchrow', 'Can delete person of an issue'),
(202, 51, 'view_batchrow', 'Can view person of an issue'),
(203, 52, 'add_issuebatch', 'Can add issue of certificates'),
(204, 52, 'change_issuebatch', 'Can change issue of certificates'),
(205, 52, 'delete_issuebatch', 'Can delete issue of certificates'),
(206, 52, 'view_issuebatch', 'Can view issue of certificates'),
(207, 53, 'add_logentry', 'Can add entry of the transparency log'),
(208, 53, 'change_logentry', 'Can change entry of the transparency log'),
(209, 53, 'delete_logentry', 'Can delete entry of the transparency log'),
(210, 53, 'view_logentry', 'Can view entry of the transparency log'),
(211, 54, 'add_standingrequest', 'Can add request about a certificate'),
(212, 54, 'change_standingrequest', 'Can change request about a certificate'),
(213, 54, 'delete_standingrequest', 'Can delete request about a certificate'),
(214, 54, 'view_standingrequest', 'Can view request about a certificate'),
(215, 55, 'add_teachback', 'Can add teach-back'),
(216, 55, 'change_teachback', 'Can change teach-back'),
(217, 55, 'delete_teachback', 'Can delete teach-back'),
(218, 55, 'view_teachback', 'Can view teach-back'),
(219, 56, 'add_teachbackscore', 'Can add teach-back score'),
(220, 56, 'change_teachbackscore', 'Can change teach-back score'),
(221, 56, 'delete_teachbackscore', 'Can delete teach-back score'),
(222, 56, 'view_teachbackscore', 'Can view teach-back score'),
(223, 57, 'add_testresult', 'Can add test result'),
(224, 57, 'change_testresult', 'Can change test result'),
(225, 57, 'delete_testresult', 'Can delete test result'),
(226, 57, 'view_testresult', 'Can view test result'),
(227, 58, 'add_answersheet', 'Can add answer sheet'),
(228, 58, 'change_answersheet', 'Can change answer sheet'),
(229, 58, 'delete_answersheet', 'Can delete answer sheet'),
(230, 58, 'view_answersheet', 'Can view answer sheet'),
(231, 59, 'add_commitment', 'Can add commitment'),
(232, 59, 'change_commitment', 'Can change commitment'),
(233, 59, 'delete_commitment', 'Can delete commitment'),
(234, 59, 'view_commitment', 'Can view commitment'),
(235, 60, 'add_phonetest', 'Can add test on the phone'),
(236, 60, 'change_phonetest', 'Can change test on the phone'),
(237, 60, 'delete_phonetest', 'Can delete test on the phone'),
(238, 60, 'view_phonetest', 'Can view test on the phone'),
(239, 61, 'add_recusal', 'Can add recusal'),
(240, 61, 'change_recusal', 'Can change recusal'),
(241, 61, 'delete_recusal', 'Can delete recusal'),
(242, 61, 'view_recusal', 'Can view recusal'),
(243, 62, 'add_rolloutplan', 'Can add roll-out plan'),
(244, 62, 'change_rolloutplan', 'Can change roll-out plan'),
(245, 62, 'delete_rolloutplan', 'Can delete roll-out plan'),
(246, 62, 'view_rolloutplan', 'Can view roll-out plan'),
(247, 63, 'add_sheetanswer', 'Can add answer'),
(248, 63, 'change_sheetanswer', 'Can change answer'),
(249, 63, 'delete_sheetanswer', 'Can delete answer'),
(250, 63, 'view_sheetanswer', 'Can view answer'),
(251, 64, 'add_teachbackassessor', 'Can add assessor of a teach-back'),
(252, 64, 'change_teachbackassessor', 'Can change assessor of a teach-back'),
(253, 64, 'delete_teachbackassessor', 'Can delete assessor of a teach-back'),
(254, 64, 'view_teachbackassessor', 'Can view assessor of a teach-back'),
(255, 65, 'add_programme', 'Can add programme'),
(256, 65, 'change_programme', 'Can change programme'),
(257, 65, 'delete_programme', 'Can delete programme'),
(258, 65, 'view_programme', 'Can view programme'),
(259, 66, 'add_regionalworkshop', 'Can add RASR workshop'),
(260, 66, 'change_regionalworkshop', 'Can change RASR workshop'),
(261, 66, 'delete_regionalworkshop', 'Can delete RASR workshop'),
(262, 66, 'view_regionalworkshop', 'Can view RASR workshop'),
(263, 67, 'add_target', 'Can add target'),
(264, 67, 'change_target', 'Can change target'),
(265, 67, 'delete_target', 'Can delete target'),
(266, 67, 'view_target', 'Can view target'),
(267, 68, 'add_targetshare', 'Can add share of a target'),
(268, 68, 'change_targetshare', 'Can change share of a target'),
(269, 68, 'delete_targetshare', 'Can delete share of a target'),
(270, 68, 'view_targetshare', 'Can view share of a target'),
(271, 69, 'add_training', 'Can add training'),
(272, 69, 'change_training', 'Can change training'),
(273, 69, 'delete_training', 'Can delete training'),
(274, 69, 'view_training', 'Can view training'),
(275, 70, 'add_session', 'Can add session'),
(276, 70, 'change_session', 'Can change session'),
(277, 70, 'delete_session', 'Can delete session'),
(278, 70, 'view_session', 'Can view session'),
(279, 71, 'add_headcount', 'Can add head count'),
(280, 71, 'change_headcount', 'Can change head count'),
(281, 71, 'delete_headcount', 'Can delete head count'),
(282, 71, 'view_headcount', 'Can view head count'),
(283, 72, 'add_enrolment', 'Can add enrolment'),
(284, 72, 'change_enrolment', 'Can change enrolment'),
(285, 72, 'delete_enrolment', 'Can delete enrolment'),
(286, 72, 'view_enrolment', 'Can view enrolment'),
(287, 73, 'add_deliverer', 'Can add trainer of a training'),
(288, 73, 'change_deliverer', 'Can change trainer of a training'),
(289, 73, 'delete_deliverer', 'Can delete trainer of a training'),
(290, 73, 'view_deliverer', 'Can view trainer of a training'),
(291, 74, 'add_decision', 'Can add decision about a training'),
(292, 74, 'change_decision', 'Can change decision about a training'),
(293, 74, 'delete_decision', 'Can delete decision about a training'),
(294, 74, 'view_decision', 'Can view decision about a training'),
(295, 75, 'add_completion', 'Can add completion'),
(296, 75, 'change_completion', 'Can change completion'),
(297, 75, 'delete_completion', 'Can delete completion'),
(298, 75, 'view_completion', 'Can view completion'),
(299, 76, 'add_attendance', 'Can add attendance'),
(300, 76, 'change_attendance', 'Can change attendance'),
(301, 76, 'delete_attendance', 'Can delete attendance'),
(302, 76, 'view_attendance', 'Can view attendance'),
(303, 77, 'add_sessionmodule', 'Can add module of a session'),
(304, 77, 'change_sessionmodule', 'Can change module of a session'),
(305, 77, 'delete_sessionmodule', 'Can delete module of a session'),
(306, 77, 'view_sessionmodule', 'Can view module of a session'),
(307, 78, 'add_agendafacilitator', 'Can add facilitator of an item'),
(308, 78, 'change_agendafacilitator', 'Can change facilitator of an item'),
(309, 78, 'delete_agendafacilitator', 'Can delete facilitator of an item'),
(310, 78, 'view_agendafacilitator', 'Can view facilitator of an item'),
(311, 79, 'add_agendaitem', 'Can add item of the agenda'),
(312, 79, 'change_agendaitem', 'Can change item of the agenda'),
(313, 79, 'delete_agendaitem', 'Can delete item of the agenda'),
(314, 79, 'view_agendaitem', 'Can view item of the agenda'),
(315, 80, 'add_user', 'Can add account'),
(316, 80, 'change_user', 'Can change account'),
(317, 80, 'delete_user', 'Can delete account'),
(318, 80, 'view_user', 'Can view account'),
(319, 81, 'add_person', 'Can add person'),
(320, 81, 'change_person', 'Can change person'),
(321, 81, 'delete_person', 'Can delete person'),
(322, 81, 'view_person', 'Can view person'),
(323, 82, 'add_role', 'Can add role'),
(324, 82, 'change_role', 'Can change role'),
(325, 82, 'delete_role', 'Can delete role'),
(326, 82, 'view_role', 'Can view role'),
(327, 83, 'add_jurisdiction', 'Can add jurisdiction'),
(328, 83, 'change_jurisdiction', 'Can change jurisdiction'),
(329, 83, 'delete_jurisdiction', 'Can delete jurisdiction'),
(330, 83, 'view_jurisdiction', 'Can view jurisdiction'),
(331, 84, 'add_institution', 'Can add institution'),
(332, 84, 'change_institution', 'Can change institution'),
(333, 84, 'delete_institution', 'Can delete institution'),
(334, 84, 'view_institution', 'Can view institution'),
(335, 85, 'add_facility', 'Can add facility'),
(336, 85, 'change_facility', 'Can change facility'),
(337, 85, 'delete_facility', 'Can delete facility'),
(338, 85, 'view_facility', 'Can view facility'),
(339, 86, 'add_targetpopulation', 'Can add target population'),
(340, 86, 'change_targetpopulation', 'Can change target population'),
(341, 86, 'delete_targetpopulation', 'Can delete target population'),
(342, 86, 'view_targetpopulation', 'Can view target population'),
(343, 87, 'add_unit', 'Can add unit'),
(344, 87, 'change_unit', 'Can change unit'),
(345, 87, 'delete_unit', 'Can delete unit'),
(346, 87, 'view_unit', 'Can view unit'),
(347, 88, 'add_draft', 'Can add workbook received'),
(348, 88, 'change_draft', 'Can change workbook received'),
(349, 88, 'delete_draft', 'Can delete workbook received'),
(350, 88, 'view_draft', 'Can view workbook received'),
(351, 89, 'add_checkpoint', 'Can add checkpoint of the trail'),
(352, 89, 'change_checkpoint', 'Can change checkpoint of the trail'),
(353, 89, 'delete_checkpoint', 'Can delete checkpoint of the trail'),
(354, 89, 'view_checkpoint', 'Can view checkpoint of the trail'),
(355, 90, 'add_entry', 'Can add audit entry'),
(356, 90, 'change_entry', 'Can change audit entry'),
(357, 90, 'delete_entry', 'Can delete audit entry'),
(358, 90, 'view_entry', 'Can view audit entry'),
(359, 91, 'add_curriculum', 'Can add curriculum'),
(360, 91, 'change_curriculum', 'Can change curriculum'),
(361, 91, 'delete_curriculum', 'Can delete curriculum'),
(362, 91, 'view_curriculum', 'Can view curriculum'),
(363, 91, 'read_trainee_material', 'Read what trainees may read'),
(364, 91, 'read_trainer_material', 'Read what trainers may read'),
(365, 91, 'publish_edition', 'Publish an edition'),
(366, 92, 'add_librarypage', 'Can add library'),
(367, 92, 'change_librarypage', 'Can change library'),
(368, 92, 'delete_librarypage', 'Can delete library'),
(369, 92, 'view_librarypage', 'Can view library'),
(370, 93, 'add_curriculumpage', 'Can add curriculum page'),
(371, 93, 'change_curriculumpage', 'Can change curriculum page'),
(372, 93, 'delete_curriculumpage', 'Can delete curriculum page'),
(373, 93, 'view_curriculumpage', 'Can view curriculum page'),
(374, 94, 'add_edition', 'Can add edition'),
(375, 94, 'change_edition', 'Can change edition'),
(376, 94, 'delete_edition', 'Can delete edition'),
(377, 94, 'view_edition', 'Can view edition'),
(378, 95, 'add_editionmodule', 'Can add module of an edition'),
(379, 95, 'change_editionmodule', 'Can change module of an edition'),
(380, 95, 'delete_editionmodule', 'Can delete module of an edition'),
(381, 95, 'view_editionmodule', 'Can view module of an edition'),
(382, 96, 'add_editionfile', 'Can add file of an edition'),
(383, 96, 'change_editionfile', 'Can change file of an edition'),
(384, 96, 'delete_editionfile', 'Can delete file of an edition'),
(385, 96, 'view_editionfile', 'Can view file of an edition'),
(386, 97, 'add_module', 'Can add module'),
(387, 97, 'change_module', 'Can change module'),
(388, 97, 'delete_module', 'Can delete module'),
(389, 97, 'view_module', 'Can view module'),
(390, 98, 'add_material', 'Can add material'),
(391, 98, 'change_material', 'Can change material'),
(392, 98, 'delete_material', 'Can delete material'),
(393, 98, 'view_material', 'Can view material'),
(394, 99, 'add_download', 'Can add download'),
(395, 99, 'change_download', 'Can change download'),
(396, 99, 'delete_download', 'Can delete download'),
(397, 99, 'view_download', 'Can view download'),
(398, 99, 'read_download_register', 'Read the download register'),
(399, 100, 'add_modulepage', 'Can add module page'),
(400, 100, 'change_modulepage', 'Can change module page'),
(401, 100, 'delete_modulepage', 'Can delete module page'),
(402, 100, 'view_modulepage', 'Can view module page'),
(403, 101, 'add_blueprint', 'Can add blueprint of the test'),
(404, 101, 'change_blueprint', 'Can change blueprint of the test'),
(405, 101, 'delete_blueprint', 'Can delete blueprint of the test'),
(406, 101, 'view_blueprint', 'Can view blueprint of the test'),
(407, 102, 'add_item', 'Can add test item'),
(408, 102, 'change_item', 'Can change test item'),
(409, 102, 'delete_item', 'Can delete test item'),
(410, 102, 'view_item', 'Can view test item'),
(411, 103, 'add_editionitem', 'Can add test item of an edition'),
(412, 103, 'change_editionitem', 'Can change test item of an edition'),
(413, 103, 'delete_editionitem', 'Can delete test item of an edition'),
(414, 103, 'view_editionitem', 'Can view test item of an edition'),
(415, 104, 'add_readingplace', 'Can add reading position'),
(416, 104, 'change_readingplace', 'Can change reading position'),
(417, 104, 'delete_readingplace', 'Can delete reading position'),
(418, 104, 'view_readingplace', 'Can view reading position'),
(419, 105, 'add_searchtext', 'Can add words to search'),
(420, 105, 'change_searchtext', 'Can change words to search'),
(421, 105, 'delete_searchtext', 'Can delete words to search'),
(422, 105, 'view_searchtext', 'Can view words to search'),
(423, 106, 'add_secondpersontask', 'Can add approval by a second person'),
(424, 106, 'change_secondpersontask', 'Can change approval by a second person'),
(425, 106, 'delete_secondpersontask', 'Can delete approval by a second person'),
(426, 106, 'view_secondpersontask', 'Can view approval by a second person'),
(427, 107, 'add_translationreview', 'Can add review of a translation'),
(428, 107, 'change_translationreview', 'Can change review of a translation'),
(429, 107, 'delete_translationreview', 'Can delete review of a translation'),
(430, 107, 'view_translationreview', 'Can view review of a translation'),
(431, 108, 'add_changenote', 'Can add change of a module'),
(432, 108, 'change_changenote', 'Can change change of a module'),
(433, 108, 'delete_changenote', 'Can delete change of a module'),
(434, 108, 'view_changenote', 'Can view change of a module'),
(435, 109, 'add_editionchange', 'Can add change of an edition'),
(436, 109, 'change_editionchange', 'Can change change of an edition'),
(437, 109, 'delete_editionchange', 'Can delete change of an edition'),
(438, 109, 'view_editionchange', 'Can view change of an edition'),
(439, 110, 'add_editionform', 'Can add form of the test'),
(440, 110, 'change_editionform', 'Can change form of the test'),
(441, 110, 'delete_editionform', 'Can delete form of the test'),
(442, 110, 'view_editionform', 'Can view form of the test'),
(443, 111, 'add_editiontext', 'Can add translation in an edition'),
(444, 111, 'change_editiontext', 'Can change translation in an edition'),
(445, 111, 'delete_editiontext', 'Can delete translation in an edition'),
(446, 111, 'view_editiontext', 'Can view translation in an edition'),
(447, 112, 'add_string', 'Can add string'),
(448, 112, 'change_string', 'Can change string'),
(449, 112, 'delete_string', 'Can delete string'),
(450, 112, 'view_string', 'Can view string'),
(451, 113, 'add_template', 'Can add template'),
(452, 113, 'change_template', 'Can change template'),
(453, 113, 'delete_template', 'Can delete template'),
(454, 113, 'view_template', 'Can view template'),
(455, 114, 'add_translatableobject', 'Can add translatable object'),
(456, 114, 'change_translatableobject', 'Can change translatable object'),
(457, 114, 'delete_translatableobject', 'Can delete translatable object'),
(458, 114, 'view_translatableobject', 'Can view translatable object'),
(459, 115, 'add_translationsource', 'Can add translation source'),
(460, 115, 'change_translationsource', 'Can change translation source'),
(461, 115, 'delete_translationsource', 'Can delete translation source'),
(462, 115, 'view_translationsource', 'Can view translation source'),
(463, 116, 'add_translationlog', 'Can add translation log'),
(464, 116, 'change_translationlog', 'Can change translation log'),
(465, 116, 'delete_translationlog', 'Can delete translation log'),
(466, 116, 'view_translationlog', 'Can view translation log'),
(467, 117, 'add_translationcontext', 'Can add translation context'),
(468, 117, 'change_translationcontext', 'Can change translation context'),
(469, 117, 'delete_translationcontext', 'Can delete translation context'),
(470, 117, 'view_translationcontext', 'Can view translation context'),
(471, 118, 'add_templatesegment', 'Can add template segment'),
(472, 118, 'change_templatesegment', 'Can change template segment'),
(473, 118, 'delete_templatesegment', 'Can delete template segment'),
(474, 118, 'view_templatesegment', 'Can view template segment'),
(475, 119, 'add_stringsegment', 'Can add string segment'),
(476, 119, 'change_stringsegment', 'Can change string segment'),
(477, 119, 'delete_stringsegment', 'Can delete string segment'),
(478, 119, 'view_stringsegment', 'Can view string segment'),
(479, 120, 'add_relatedobjectsegment', 'Can add related object segment'),
(480, 120, 'change_relatedobjectsegment', 'Can change related object segment'),
(481, 120, 'delete_relatedobjectsegment', 'Can delete related object segment'),
(482, 120, 'view_relatedobjectsegment', 'Can view related object segment'),
(483, 121, 'add_stringtranslation', 'Can add string translation'),
(484, 121, 'change_stringtranslation', 'Can change string translation'),
(485, 121, 'delete_stringtranslation', 'Can delete string translation'),
(486, 121, 'view_stringtranslation', 'Can view string translation'),
(487, 26, 'add_translation', 'Can add translation'),
(488, 26, 'change_translation', 'Can change translation'),
(489, 26, 'delete_translation', 'Can delete translation'),
(490, 26, 'view_translation', 'Can view translation'),
(491, 122, 'add_overridablesegment', 'Can add overridable segment'),
(492, 122, 'change_overridablesegment', 'Can change overridable segment'),
(493, 122, 'delete_overridablesegment', 'Can delete overridable segment'),
(494, 122, 'view_overridablesegment', 'Can view overridable segment'),
(495, 123, 'add_segmentoverride', 'Can add segment override'),
(496, 123, 'change_segmentoverride', 'Can change segment override'),
(497, 123, 'delete_segmentoverride', 'Can delete segment override'),
(498, 123, 'view_segmentoverride', 'Can view segment override'),
(499, 124, 'add_localesynchronization', 'Can add locale synchronization'),
(500, 124, 'change_localesynchronization', 'Can change locale synchronization'),
(501, 124, 'delete_localesynchronization', 'Can delete locale synchronization'),
(502, 124, 'view_localesynchronization', 'Can view locale synchronization'),
(503, 125, 'add_embed', 'Can add embed'),
(504, 125, 'change_embed', 'Can change embed'),
(505, 125, 'delete_embed', 'Can delete embed'),
(506, 125, 'view_embed', 'Can view embed'),
(507, 126, 'add_userprofile', 'Can add user profile'),
(508, 126, 'change_userprofile', 'Can change user profile'),
(509, 126, 'delete_userprofile', 'Can delete user profile'),
(510, 126, 'view_userprofile', 'Can view user profile'),
(511, 28, 'view_document', 'Can view document'),
(512, 29, 'view_image', 'Can view image'),
(513, 127, 'add_rendition', 'Can add rendition'),
(514, 127, 'change_rendition', 'Can change rendition'),
(515, 127, 'delete_rendition', 'Can delete rendition'),
(516, 127, 'view_rendition', 'Can view rendition'),
(517, 128, 'add_indexentry', 'Can add index entry'),
(518, 128, 'change_indexentry', 'Can change index entry'),
(519, 128, 'delete_indexentry', 'Can delete index entry'),
(520, 128, 'view_indexentry', 'Can view index entry'),
(521, 129, 'add_sqliteftsindexentry', 'Can add sqliteftsindexentry'),
(522, 129, 'change_sqliteftsindexentry', 'Can change sqliteftsindexentry'),
(523, 129, 'delete_sqliteftsindexentry', 'Can delete sqliteftsindexentry'),
(524, 129, 'view_sqliteftsindexentry', 'Can view sqliteftsindexentry'),
(525, 130, 'add_editingsession', 'Can add editing session'),
(526, 130, 'change_editingsession', 'Can change editing session'),
(527, 130, 'delete_editingsession', 'Can delete editing session'),
(528, 130, 'view_editingsession', 'Can view editing session'),
(529, 131, 'add_formstate', 'Can add form state'),
(530, 131, 'change_formstate', 'Can change form state'),
(531, 131, 'delete_formstate', 'Can delete form state'),
(532, 131, 'view_formstate', 'Can view form state'),
(533, 132, 'add_tag', 'Can add tag'),
(534, 132, 'change_tag', 'Can change tag'),
(535, 132, 'delete_tag', 'Can delete tag'),
(536, 132, 'view_tag', 'Can view tag'),
(537, 133, 'add_taggeditem', 'Can add tagged item'),
(538, 133, 'change_taggeditem', 'Can change tagged item'),
(539, 133, 'delete_taggeditem', 'Can delete tagged item'),
(540, 133, 'view_taggeditem', 'Can view tagged item'),
(541, 134, 'add_emailaddress', 'Can add email address'),
(542, 134, 'change_emailaddress', 'Can change email address'),
(543, 134, 'delete_emailaddress', 'Can delete email address'),
(544, 134, 'view_emailaddress', 'Can view email address'),
(545, 135, 'add_emailconfirmation', 'Can add email confirmation'),
(546, 135, 'change_emailconfirmation', 'Can change email confirmation'),
(547, 135, 'delete_emailconfirmation', 'Can delete email confirmation'),
(548, 135, 'view_emailconfirmation', 'Can view email confirmation'),
(549, 136, 'add_authenticator', 'Can add authenticator'),
(550, 136, 'change_authenticator', 'Can change authenticator'),
(551, 136, 'delete_authenticator', 'Can delete authenticator'),
(552, 136, 'view_authenticator', 'Can view authenticator'),
(553, 137, 'add_dbtaskresult', 'Can add Task Result'),
(554, 137, 'change_dbtaskresult', 'Can change Task Result'),
(555, 137, 'delete_dbtaskresult', 'Can delete Task Result'),
(556, 137, 'view_dbtaskresult', 'Can view Task Result'),
(557, 138, 'add_permission', 'Can add permission'),
(558, 138, 'change_permission', 'Can change permission'),
(559, 138, 'delete_permission', 'Can delete permission'),
(560, 138, 'view_permission', 'Can view permission'),
(561, 139, 'add_group', 'Can add group'),
(562, 139, 'change_group', 'Can change group'),
(563, 139, 'delete_group', 'Can delete group'),
(564, 139, 'view_group', 'Can view group'),
(565, 140, 'add_contenttype', 'Can add content type'),
(566, 140, 'change_contenttype', 'Can change content type'),
(567, 140, 'delete_contenttype', 'Can delete content type'),
(568, 140, 'view_contenttype', 'Can view content type'),
(569, 141, 'add_session', 'Can add session'),
(570, 141, 'change_session', 'Can change session'),
(571, 141, 'delete_session', 'Can delete session'),
(572, 141, 'view_session', 'Can view session');
--
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES
(1, 'wagtailcore', 'page'),
(2, 'wagtailcore', 'groupapprovaltask'),
(3, 'wagtailcore', 'locale'),
(4, 'wagtailcore', 'site'),
(5, 'wagtailcore', 'groupsitepermission'),
(6, 'wagtailcore', 'modellogentry'),
(7, 'wagtailcore', 'revision'),
(8, 'wagtailcore', 'collectionviewrestriction'),
(9, 'wagtailcore', 'collection'),
(10, 'wagtailcore', 'groupcollectionpermission'),
(11, 'wagtailcore', 'uploadedfile'),
(12, 'wagtailcore', 'workflowcontenttype'),
(13, 'wagtailcore', 'workflowstate'),
(14, 'wagtailcore', 'workflow'),
(15, 'wagtailcore', 'workflowtask'),
(16, 'wagtailcore', 'task'),
(17, 'wagtailcore', 'taskstate'),
(18, 'wagtailcore', 'grouppagepermission'),
(19, 'wagtailcore', 'pageviewrestriction'),
(20, 'wagtailcore', 'workflowpage'),
(21, 'wagtailcore', 'pagelogentry'),
(22, 'wagtailcore', 'comment'),
(23, 'wagtailcore', 'commentreply'),
(24, 'wagtailcore', 'pagesubscription'),
(25, 'wagtailcore', 'referenceindex'),
(26, 'wagtail_localize', 'translation'),
(27, 'wagtailadmin', 'admin'),
(28, 'wagtaildocs', 'document'),
(29, 'wagtailimages', 'image'),
(30, 'monitoring', 'reportingperiod'),
(31, 'monitoring', 'snapshot'),
(32, 'pool', 'reminder'),
(33, 'cascade', 'deliveryexception'),
(34, 'cohorts', 'cohort'),
(35, 'cohorts', 'nomination'),
(36, 'cohorts', 'call'),
(37, 'cohorts', 'calldocument'),
(38, 'cohorts', 'selection'),
(39, 'cohorts', 'criterion'),
(40, 'cohorts', 'letter'),
(41, 'cohorts', 'nominationversion'),
(42, 'cohorts', 'panelmember'),
(43, 'cohorts', 'panelscore'),
(44, 'cohorts', 'seatrule'),
(45, 'certification', 'scheme'),
(46, 'certification', 'decision'),
(47, 'certification', 'certificate'),
(48, 'certification', 'certificateevent'),
(49, 'certification', 'schemeversion'),
(50, 'certification', 'schemerequirement'),
(51, 'certification', 'batchrow'),
(52, 'certification', 'issuebatch'),
(53, 'certification', 'logentry'),
(54, 'certification', 'standingrequest'),
(55, 'assessments', 'teachback'),
(56, 'assessments', 'teachbackscore'),
(57, 'assessments', 'testresult'),
(58, 'assessments', 'answersheet'),
(59, 'assessments', 'commitment'),
(60, 'assessments', 'phonetest'),
(61, 'assessments', 'recusal'),
(62, 'assessments', 'rolloutplan'),
(63, 'assessments', 'sheetanswer'),
(64, 'assessments', 'teachbackassessor'),
(65, 'programme', 'programme'),
(66, 'programme', 'regionalworkshop'),
(67, 'programme', 'target'),
(68, 'programme', 'targetshare'),
(69, 'trainings', 'training'),
(70, 'trainings', 'session'),
(71, 'trainings', 'headcount'),
(72, 'trainings', 'enrolment'),
(73, 'trainings', 'deliverer'),
(74, 'trainings', 'decision'),
(75, 'trainings', 'completion'),
(76, 'trainings', 'attendance'),
(77, 'trainings', 'sessionmodule'),
(78, 'trainings', 'agendafacilitator'),
(79, 'trainings', 'agendaitem'),
(80, 'people', 'user'),
(81, 'people', 'person'),
(82, 'people', 'role'),
(83, 'institutions', 'jurisdiction'),
(84, 'institutions', 'institution'),
(85, 'institutions', 'facility'),
(86, 'institutions', 'targetpopulation'),
(87, 'institutions', 'unit'),
(88, 'intake', 'draft'),
(89, 'audit', 'checkpoint'),
(90, 'audit', 'entry'),
(91, 'curricula', 'curriculum'),
(92, 'curricula', 'librarypage'),
(93, 'curricula', 'curriculumpage'),
(94, 'curricula', 'edition'),
(95, 'curricula', 'editionmodule'),
(96, 'curricula', 'editionfile'),
(97, 'curricula', 'module'),
(98, 'curricula', 'material'),
(99, 'curricula', 'download'),
(100, 'curricula', 'modulepage'),
(101, 'curricula', 'blueprint'),
(102, 'curricula', 'item'),
(103, 'curricula', 'editionitem'),
(104, 'curricula', 'readingplace'),
(105, 'curricula', 'searchtext'),
(106, 'curricula', 'secondpersontask'),
(107, 'curricula', 'translationreview'),
(108, 'curricula', 'changenote'),
(109, 'curricula', 'editionchange'),
(110, 'curricula', 'editionform'),
(111, 'curricula', 'editiontext'),
(112, 'wagtail_localize', 'string'),
(113, 'wagtail_localize', 'template'),
(114, 'wagtail_localize', 'translatableobject'),
(115, 'wagtail_localize', 'translationsource'),
(116, 'wagtail_localize', 'translationlog'),
(117, 'wagtail_localize', 'translationcontext'),
(118, 'wagtail_localize', 'templatesegment'),
(119, 'wagtail_localize', 'stringsegment'),
(120, 'wagtail_localize', 'relatedobjectsegment'),
(121, 'wagtail_localize', 'stringtranslation'),
(122, 'wagtail_localize', 'overridablesegment'),
(123, 'wagtail_localize', 'segmentoverride'),
(124, 'wagtail_localize', 'localesynchronization'),
(125, 'wagtailembeds', 'embed'),
(126, 'wagtailusers', 'userprofile'),
(127, 'wagtailimages', 'rendition'),
(128, 'wagtailsearch', 'indexentry'),
(129, 'wagtailsearch', 'sqliteftsindexentry'),
(130, 'wagtailadmin', 'editingsession'),
(131, 'wagtailadmin', 'formstate'),
(132, 'taggit', 'tag'),
(133, 'taggit', 'taggeditem'),
(134, 'account', 'emailaddress'),
(135, 'account', 'emailconfirmation'),
(136, 'mfa', 'authenticator'),
(137, 'django_tasks_database', 'dbtaskresult'),
(138, 'auth', 'permission'),
(139, 'auth', 'group'),
(140, 'contenttypes', 'contenttype'),
(141, 'sessions', 'session');
--
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES
(1, 'institutions', '0001_initial', CURRENT_TIMESTAMP),
(2, 'contenttypes', '0001_initial', CURRENT_TIMESTAMP),
(3, 'contenttypes', '0002_remove_content_type_name', CURRENT_TIMESTAMP),
(4, 'auth', '0001_initial', CURRENT_TIMESTAMP),
(5, 'auth', '0002_alter_permission_name_max_length', CURRENT_TIMESTAMP),
(6, 'auth', '0003_alter_user_email_max_length', CURRENT_TIMESTAMP),
(7, 'auth', '0004_alter_user_username_opts', CURRENT_TIMESTAMP),
(8, 'auth', '0005_alter_user_last_login_null', CURRENT_TIMESTAMP),
(9, 'auth', '0006_require_contenttypes_0002', CURRENT_TIMESTAMP),
(10, 'auth', '0007_alter_validators_add_error_messages', CURRENT_TIMESTAMP),
(11, 'auth', '0008_alter_user_username_max_length', CURRENT_TIMESTAMP),
(12, 'auth', '0009_alter_user_last_name_max_length', CURRENT_TIMESTAMP),
(13, 'auth', '0010_alter_group_name_max_length', CURRENT_TIMESTAMP),
(14, 'auth', '0011_update_proxy_permissions', CURRENT_TIMESTAMP),
(15, 'auth', '0012_alter_user_first_name_max_length', CURRENT_TIMESTAMP),
(16, 'people', '0001_initial', CURRENT_TIMESTAMP),
(17, 'account', '0001_initial', CURRENT_TIMESTAMP),
(18, 'account', '0002_email_max_length', CURRENT_TIMESTAMP),
(19, 'account', '0003_alter_emailaddress_create_unique_verified_email', CURRENT_TIMESTAMP),
(20, 'account', '0004_alter_emailaddress_drop_unique_email', CURRENT_TIMESTAMP),
(21, 'account', '0005_emailaddress_idx_upper_email', CURRENT_TIMESTAMP),
(22, 'account', '0006_emailaddress_lower', CURRENT_TIMESTAMP),
(23, 'account', '0007_emailaddress_idx_email', CURRENT_TIMESTAMP),
(24, 'account', '0008_emailaddress_unique_primary_email_fixup', CURRENT_TIMESTAMP),
(25, 'account', '0009_emailaddress_unique_primary_email', CURRENT_TIMESTAMP),
(26, 'wagtailcore', '0001_initial', CURRENT_TIMESTAMP),
(27, 'wagtailcore', '0002_initial_data', CURRENT_TIMESTAMP),
(28, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', CURRENT_TIMESTAMP),
(29, 'wagtailcore', '0004_page_locked', CURRENT_TIMESTAMP),
(30, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', CURRENT_TIMESTAMP),
(31, 'wagtailcore', '0006_add_lock_page_permission', CURRENT_TIMESTAMP),
(32, 'wagtailcore', '0007_page_latest_revision_created_at', CURRENT_TIMESTAMP),
(33, 'wagtailcore', '0008_populate_latest_revision_created_at', CURRENT_TIMESTAMP),
(34, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', CURRENT_TIMESTAMP),
(35, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', CURRENT_TIMESTAMP),
(36, 'wagtailcore', '0011_page_first_published_at', CURRENT_TIMESTAMP),
(37, 'wagtailcore', '0012_extend_page_slug_field', CURRENT_TIMESTAMP),
(38, 'wagtailcore', '0013_update_golive_expire_help_text', CURRENT_TIMESTAMP),
(39, 'wagtailcore', '0014_add_verbose_name', CURRENT_TIMESTAMP),
(40, 'wagtailcore', '0015_add_more_verbose_names', CURRENT_TIMESTAMP),
(41, 'wagtailcore', '0016_change_page_url_path_to_text_field', CURRENT_TIMESTAMP),
(42, 'wagtailcore', '0017_change_edit_page_permission_description', CURRENT_TIMESTAMP),
(43, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', CURRENT_TIMESTAMP),
(44, 'wagtailcore', '0019_verbose_names_cleanup', CURRENT_TIMESTAMP),
(45, 'wagtailcore', '0020_add_index_on_page_first_published_at', CURRENT_TIMESTAMP),
(46, 'wagtailcore', '0021_capitalizeverbose', CURRENT_TIMESTAMP),
(47, 'wagtailcore', '0022_add_site_name', CURRENT_TIMESTAMP),
(48, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', CURRENT_TIMESTAMP),
(49, 'wagtailcore', '0024_collection', CURRENT_TIMESTAMP),
(50, 'wagtailcore', '0025_collection_initial_data', CURRENT_TIMESTAMP),
(51, 'wagtailcore', '0026_group_collection_permission', CURRENT_TIMESTAMP),
(52, 'wagtailcore', '0027_fix_collection_path_collation', CURRENT_TIMESTAMP),
(53, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', CURRENT_TIMESTAMP),
(54, 'wagtailcore', '0028_merge', CURRENT_TIMESTAMP),
(55, 'wagtailcore', '0029_unicode_slugfield_dj19', CURRENT_TIMESTAMP),
(56, 'wagtailcore', '0030_index_on_pagerevision_created_at', CURRENT_TIMESTAMP),
(57, 'wagtailcore', '0031_add_page_view_restriction_types', CURRENT_TIMESTAMP),
(58, 'wagtailcore', '0032_add_bulk_delete_page_permission', CURRENT_TIMESTAMP),
(59, 'wagtailcore', '0033_remove_golive_expiry_help_text', CURRENT_TIMESTAMP),
(60, 'wagtailcore', '0034_page_live_revision', CURRENT_TIMESTAMP),
(61, 'wagtailcore', '0035_page_last_published_at', CURRENT_TIMESTAMP),
(62, 'wagtailcore', '0036_populate_page_last_published_at', CURRENT_TIMESTAMP),
(63, 'wagtailcore', '0037_set_page_owner_editable', CURRENT_TIMESTAMP),
(64, 'wagtailcore', '0038_make_first_published_at_editable', CURRENT_TIMESTAMP),
(65, 'wagtailcore', '0039_collectionviewrestriction', CURRENT_TIMESTAMP),
(66, 'wagtailcore', '0040_page_draft_title', CURRENT_TIMESTAMP),
(67, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', CURRENT_TIMESTAMP),
(68, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', CURRENT_TIMESTAMP),
(69, 'wagtailcore', '0043_lock_fields', CURRENT_TIMESTAMP),
(70, 'wagtailcore', '0044_add_unlock_grouppagepermission', CURRENT_TIMESTAMP),
(71, 'wagtailcore', '0045_assign_unlock_grouppagepermission', CURRENT_TIMESTAMP),
(72, 'wagtailcore', '0046_site_name_remove_null', CURRENT_TIMESTAMP),
(73, 'wagtailcore', '0047_add_workflow_models', CURRENT_TIMESTAMP),
(74, 'wagtailcore', '0048_add_default_workflows', CURRENT_TIMESTAMP),
(75, 'wagtailcore', '0049_taskstate_finished_by', CURRENT_TIMESTAMP),
(76, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', CURRENT_TIMESTAMP),
(77, 'wagtailcore', '0051_taskstate_comment', CURRENT_TIMESTAMP),
(78, 'wagtailcore', '0052_pagelogentry', CURRENT_TIMESTAMP),
(79, 'wagtailcore', '0053_locale_model', CURRENT_TIMESTAMP),
(80, 'wagtailcore', '0054_initial_locale', CURRENT_TIMESTAMP),
(81, 'wagtailcore', '0055_page_locale_fields', CURRENT_TIMESTAMP),
(82, 'wagtailcore', '0056_page_locale_fields_populate', CURRENT_TIMESTAMP),
(83, 'wagtailcore', '0057_page_locale_fields_notnull', CURRENT_TIMESTAMP),
(84, 'wagtailcore', '0058_page_alias_of', CURRENT_TIMESTAMP),
(85, 'wagtailcore', '0059_apply_collection_ordering', CURRENT_TIMESTAMP),
(86, 'wagtailcore', '0060_fix_workflow_unique_constraint', CURRENT_TIMESTAMP),
(87, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', CURRENT_TIMESTAMP),
(88, 'wagtailcore', '0062_comment_models_and_pagesubscription', CURRENT_TIMESTAMP),
(89, 'wagtailcore', '0063_modellogentry', CURRENT_TIMESTAMP),
(90, 'wagtailcore', '0064_log_timestamp_indexes', CURRENT_TIMESTAMP),
(91, 'wagtailcore', '0065_log_entry_uuid', CURRENT_TIMESTAMP),
(92, 'wagtailcore', '0066_collection_management_permissions', CURRENT_TIMESTAMP),
(93, 'wagtailcore', '0067_alter_pagerevision_content_json', CURRENT_TIMESTAMP),
(94, 'wagtailcore', '0068_log_entry_empty_object', CURRENT_TIMESTAMP),
(95, 'wagtailcore', '0069_log_entry_jsonfield', CURRENT_TIMESTAMP),
(96, 'wagtail_localize', '0001_initial', CURRENT_TIMESTAMP),
(97, 'wagtailcore', '0070_rename_pagerevision_revision', CURRENT_TIMESTAMP),
(98, 'wagtailcore', '0071_populate_revision_content_type', CURRENT_TIMESTAMP),
(99, 'wagtailcore', '0072_alter_revision_content_type_notnull', CURRENT_TIMESTAMP),
(100, 'wagtailcore', '0073_page_latest_revision', CURRENT_TIMESTAMP),
(101, 'wagtailcore', '0074_revision_object_str', CURRENT_TIMESTAMP),
(102, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', CURRENT_TIMESTAMP),
(103, 'wagtailcore', '0076_modellogentry_revision', CURRENT_TIMESTAMP),
(104, 'wagtailcore', '0077_alter_revision_user', CURRENT_TIMESTAMP),
(105, 'wagtailcore', '0078_referenceindex', CURRENT_TIMESTAMP),
(106, 'wagtailcore', '0079_rename_taskstate_page_revision', CURRENT_TIMESTAMP),
(107, 'wagtailcore', '0080_generic_workflowstate', CURRENT_TIMESTAMP),
(108, 'wagtailcore', '0081_populate_workflowstate_content_type', CURRENT_TIMESTAMP),
(109, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', CURRENT_TIMESTAMP),
(110, 'wagtailcore', '0083_workflowcontenttype', CURRENT_TIMESTAMP),
(111, 'wagtailcore', '0084_add_default_page_permissions', CURRENT_TIMESTAMP),
(112, 'wagtailcore', '0085_add_grouppagepermission_permission', CURRENT_TIMESTAMP),
(113, 'wagtailcore', '0086_populate_grouppagepermission_permission', CURRENT_TIMESTAMP),
(114, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', CURRENT_TIMESTAMP),
(115, 'wagtailcore', '0088_fix_log_entry_json_timestamps', CURRENT_TIMESTAMP),
(116, 'wagtailcore', '0089_log_entry_data_json_null_to_object', CURRENT_TIMESTAMP),
(117, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', CURRENT_TIMESTAMP),
(118, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', CURRENT_TIMESTAMP),
(119, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', CURRENT_TIMESTAMP),
(120, 'wagtailcore', '0093_uploadedfile', CURRENT_TIMESTAMP),
(121, 'wagtailcore', '0094_alter_page_locale', CURRENT_TIMESTAMP),
(122, 'wagtailcore', '0095_groupsitepermission', CURRENT_TIMESTAMP),
(123, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', CURRENT_TIMESTAMP),
(124, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', CURRENT_TIMESTAMP),
(125, 'taggit', '0001_initial', CURRENT_TIMESTAMP),
(126, 'taggit', '0002_auto_20150616_2121', CURRENT_TIMESTAMP),
(127, 'taggit', '0003_taggeditem_add_unique_index', CURRENT_TIMESTAMP),
(128, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', CURRENT_TIMESTAMP),
(129, 'taggit', '0005_auto_20220424_2025', CURRENT_TIMESTAMP),
(130, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', CURRENT_TIMESTAMP),
(131, 'curricula', '0001_initial', CURRENT_TIMESTAMP),
(132, 'trainings', '0001_initial', CURRENT_TIMESTAMP),
(133, 'trainings', '0002_languages', CURRENT_TIMESTAMP),
(134, 'curricula', '0002_delivery', CURRENT_TIMESTAMP),
(135, 'assessments', '0001_initial', CURRENT_TIMESTAMP),
(136, 'assessments', '0002_tests_and_plans', CURRENT_TIMESTAMP),
(137, 'audit', '0001_initial', CURRENT_TIMESTAMP),
(138, 'cascade', '0001_initial', CURRENT_TIMESTAMP),
(139, 'certification', '0001_initial', CURRENT_TIMESTAMP),
(140, 'certification', '0002_languages', CURRENT_TIMESTAMP),
(141, 'certification', '0003_schemes', CURRENT_TIMESTAMP),
(142, 'certification', '0004_trust', CURRENT_TIMESTAMP),
(143, 'cohorts', '0001_initial', CURRENT_TIMESTAMP),
(144, 'cohorts', '0002_selection', CURRENT_TIMESTAMP),
(145, 'curricula', '0003_words_folded_as_names_are', CURRENT_TIMESTAMP),
(146, 'django_tasks_database', '0001_initial', CURRENT_TIMESTAMP),
(147, 'django_tasks_database', '0002_alter_dbtaskresult_options', CURRENT_TIMESTAMP),
(148, 'django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', CURRENT_TIMESTAMP),
(149, 'django_tasks_database', '0004_dbtaskresult_started_at', CURRENT_TIMESTAMP),
(150, 'django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', CURRENT_TIMESTAMP),
(151, 'django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', CURRENT_TIMESTAMP),
(152, 'django_tasks_database', '0007_add_separate_results_fields', CURRENT_TIMESTAMP),
(153, 'django_tasks_database', '0008_separate_results_field', CURRENT_TIMESTAMP),
(154, 'django_tasks_database', '0009_remove_results_field', CURRENT_TIMESTAMP),
(155, 'django_tasks_database', '0010_alter_dbtaskresult_status', CURRENT_TIMESTAMP),
(156, 'django_tasks_database', '0011_rename_complete_status', CURRENT_TIMESTAMP),
(157, 'django_tasks_database', '0012_add_separate_exception_fields', CURRENT_TIMESTAMP),
(158, 'django_tasks_database', '0013_separate_exception_fields', CURRENT_TIMESTAMP),
(159, 'django_tasks_database', '0014_remove_dbtaskresult_exception_data', CURRENT_TIMESTAMP),
(160, 'django_tasks_database', '0015_correctly_order_run_after', CURRENT_TIMESTAMP),
(161, 'django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', CURRENT_TIMESTAMP),
(162, 'django_tasks_database', '0017_dbtaskresult_metadata', CURRENT_TIMESTAMP),
(163, 'django_tasks_database', '0018_rename_succeeded_status', CURRENT_TIMESTAMP),
(164, 'django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', CURRENT_TIMESTAMP),
(165, 'django_tasks_database', '0020_update_db_task_result_ordering', CURRENT_TIMESTAMP),
(166, 'django_tasks_database', '0021_conditional_partial_index_ordering', CURRENT_TIMESTAMP),
(167, 'intake', '0001_initial', CURRENT_TIMESTAMP),
(168, 'mfa', '0001_initial', CURRENT_TIMESTAMP),
(169, 'mfa', '0002_authenticator_timestamps', CURRENT_TIMESTAMP),
(170, 'mfa', '0003_authenticator_type_uniq', CURRENT_TIMESTAMP),
(171, 'monitoring', '0001_initial', CURRENT_TIMESTAMP),
(172, 'pool', '0001_initial', CURRENT_TIMESTAMP),
(173, 'programme', '0001_initial', CURRENT_TIMESTAMP),
(174, 'sessions', '0001_initial', CURRENT_TIMESTAMP),
(175, 'trainings', '0003_agenda', CURRENT_TIMESTAMP),
(176, 'wagtail_localize', '0002_translation', CURRENT_TIMESTAMP),
(177, 'wagtail_localize', '0003_delete_translation_sources', CURRENT_TIMESTAMP),
(178, 'wagtail_localize', '0004_one_source_per_objectlocale', CURRENT_TIMESTAMP),
(179, 'wagtail_localize', '0005_remove_translationsource_object', CURRENT_TIMESTAMP),
(180, 'wagtail_localize', '0006_create_submit_translation_permission', CURRENT_TIMESTAMP),
(181, 'wagtail_localize', '0007_stringtranslation_type_and_tool_name', CURRENT_TIMESTAMP),
(182, 'wagtail_localize', '0008_stringtranslation_last_translated_by', CURRENT_TIMESTAMP),
(183, 'wagtail_localize', '0009_stringtranslation_errors', CURRENT_TIMESTAMP),
(184, 'wagtail_localize', '0010_overridablesegment', CURRENT_TIMESTAMP),
(185, 'wagtail_localize', '0011_segmentoverride', CURRENT_TIMESTAMP),
(186, 'wagtail_localize', '0012_localesynchronization', CURRENT_TIMESTAMP),
(187, 'wagtail_localize', '0013_translationsource_schema_version', CURRENT_TIMESTAMP),
(188, 'wagtail_localize', '0014_remove_translation_source_last_updated_at', CURRENT_TIMESTAMP),
(189, 'wagtail_localize', '0015_translationcontext_field_path', CURRENT_TIMESTAMP),
(190, 'wagtail_localize', '0016_rename_page_revision_translationlog_revision', CURRENT_TIMESTAMP),
(191, 'wagtailadmin', '0001_create_admin_access_permissions', CURRENT_TIMESTAMP),
(192, 'wagtailadmin', '0002_admin', CURRENT_TIMESTAMP),
(193, 'wagtailadmin', '0003_admin_managed', CURRENT_TIMESTAMP),
(194, 'wagtailadmin', '0004_editingsession', CURRENT_TIMESTAMP),
(195, 'wagtailadmin', '0005_editingsession_is_editing', CURRENT_TIMESTAMP),
(196, 'wagtailadmin', '0006_formstate', CURRENT_TIMESTAMP),
(197, 'wagtaildocs', '0001_initial', CURRENT_TIMESTAMP),
(198, 'wagtaildocs', '0002_initial_data', CURRENT_TIMESTAMP),
(199, 'wagtaildocs', '0003_add_verbose_names', CURRENT_TIMESTAMP),
(200, 'wagtaildocs', '0004_capitalizeverbose', CURRENT_TIMESTAMP),
(201, 'wagtaildocs', '0005_document_collection', CURRENT_TIMESTAMP),
(202, 'wagtaildocs', '0006_copy_document_permissions_to_collections', CURRENT_TIMESTAMP),
(203, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', CURRENT_TIMESTAMP),
(204, 'wagtaildocs', '0007_merge', CURRENT_TIMESTAMP),
(205, 'wagtaildocs', '0008_document_file_size', CURRENT_TIMESTAMP),
(206, 'wagtaildocs', '0009_document_verbose_name_plural', CURRENT_TIMESTAMP),
(207, 'wagtaildocs', '0010_document_file_hash', CURRENT_TIMESTAMP),
(208, 'wagtaildocs', '0011_add_choose_permissions', CURRENT_TIMESTAMP),
(209, 'wagtaildocs', '0012_uploadeddocument', CURRENT_TIMESTAMP),
(210, 'wagtaildocs', '0013_delete_uploadeddocument', CURRENT_TIMESTAMP),
(211, 'wagtaildocs', '0014_alter_document_file_size', CURRENT_TIMESTAMP),
(212, 'wagtailembeds', '0001_initial', CURRENT_TIMESTAMP),
(213, 'wagtailembeds', '0002_add_verbose_names', CURRENT_TIMESTAMP),
(214, 'wagtailembeds', '0003_capitalizeverbose', CURRENT_TIMESTAMP),
(215, 'wagtailembeds', '0004_embed_verbose_name_plural', CURRENT_TIMESTAMP),
(216, 'wagtailembeds', '0005_specify_thumbnail_url_max_length', CURRENT_TIMESTAMP),
(217, 'wagtailembeds', '0006_add_embed_hash', CURRENT_TIMESTAMP),
(218, 'wagtailembeds', '0007_populate_hash', CURRENT_TIMESTAMP),
(219, 'wagtailembeds', '0008_allow_long_urls', CURRENT_TIMESTAMP),
(220, 'wagtailembeds', '0009_embed_cache_until', CURRENT_TIMESTAMP),
(221, 'wagtailimages', '0001_initial', CURRENT_TIMESTAMP),
(222, 'wagtailimages', '0002_initial_data', CURRENT_TIMESTAMP),
(223, 'wagtailimages', '0003_fix_focal_point_fields', CURRENT_TIMESTAMP),
(224, 'wagtailimages', '0004_make_focal_point_key_not_nullable', CURRENT_TIMESTAMP),
(225, 'wagtailimages', '0005_make_filter_spec_unique', CURRENT_TIMESTAMP),
(226, 'wagtailimages', '0006_add_verbose_names', CURRENT_TIMESTAMP),
(227, 'wagtailimages', '0007_image_file_size', CURRENT_TIMESTAMP),
(228, 'wagtailimages', '0008_image_created_at_index', CURRENT_TIMESTAMP),
(229, 'wagtailimages', '0009_capitalizeverbose', CURRENT_TIMESTAMP),
(230, 'wagtailimages', '0010_change_on_delete_behaviour', CURRENT_TIMESTAMP),
(231, 'wagtailimages', '0011_image_collection', CURRENT_TIMESTAMP),
(232, 'wagtailimages', '0012_copy_image_permissions_to_collections', CURRENT_TIMESTAMP),
(233, 'wagtailimages', '0013_make_rendition_upload_callable', CURRENT_TIMESTAMP),
(234, 'wagtailimages', '0014_add_filter_spec_field', CURRENT_TIMESTAMP),
(235, 'wagtailimages', '0015_fill_filter_spec_field', CURRENT_TIMESTAMP),
(236, 'wagtailimages', '0016_deprecate_rendition_filter_relation', CURRENT_TIMESTAMP),
(237, 'wagtailimages', '0017_reduce_focal_point_key_max_length', CURRENT_TIMESTAMP),
(238, 'wagtailimages', '0018_remove_rendition_filter', CURRENT_TIMESTAMP),
(239, 'wagtailimages', '0019_delete_filter', CURRENT_TIMESTAMP),
(240, 'wagtailimages', '0020_add-verbose-name', CURRENT_TIMESTAMP),
(241, 'wagtailimages', '0021_image_file_hash', CURRENT_TIMESTAMP),
(242, 'wagtailimages', '0022_uploadedimage', CURRENT_TIMESTAMP),
(243, 'wagtailimages', '0023_add_choose_permissions', CURRENT_TIMESTAMP),
(244, 'wagtailimages', '0024_index_image_file_hash', CURRENT_TIMESTAMP),
(245, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', CURRENT_TIMESTAMP),
(246, 'wagtailimages', '0026_delete_uploadedimage', CURRENT_TIMESTAMP),
(247, 'wagtailimages', '0027_image_description', CURRENT_TIMESTAMP),
(248, 'wagtailsearch', '0001_initial', CURRENT_TIMESTAMP),
(249, 'wagtailsearch', '0002_add_verbose_names', CURRENT_TIMESTAMP),
(250, 'wagtailsearch', '0003_remove_editors_pick', CURRENT_TIMESTAMP),
(251, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', CURRENT_TIMESTAMP),
(252, 'wagtailsearch', '0005_create_indexentry', CURRENT_TIMESTAMP),
(253, 'wagtailsearch', '0006_customise_indexentry', CURRENT_TIMESTAMP),
(254, 'wagtailsearch', '0007_delete_editorspick', CURRENT_TIMESTAMP),
(255, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', CURRENT_TIMESTAMP),
(256, 'wagtailsearch', '0009_remove_ngram_autocomplete', CURRENT_TIMESTAMP),
(257, 'wagtailsearch', '0010_add_text_fields', CURRENT_TIMESTAMP),
(258, 'wagtailusers', '0001_initial', CURRENT_TIMESTAMP),
(259, 'wagtailusers', '0002_add_verbose_name_on_userprofile', CURRENT_TIMESTAMP),
(260, 'wagtailusers', '0003_add_verbose_names', CURRENT_TIMESTAMP),
(261, 'wagtailusers', '0004_capitalizeverbose', CURRENT_TIMESTAMP),
(262, 'wagtailusers', '0005_make_related_name_wagtail_specific', CURRENT_TIMESTAMP),
(263, 'wagtailusers', '0006_userprofile_prefered_language', CURRENT_TIMESTAMP),
(264, 'wagtailusers', '0007_userprofile_current_time_zone', CURRENT_TIMESTAMP),
(265, 'wagtailusers', '0008_userprofile_avatar', CURRENT_TIMESTAMP),
(266, 'wagtailusers', '0009_userprofile_verbose_name_plural', CURRENT_TIMESTAMP),
(267, 'wagtailusers', '0010_userprofile_updated_comments_notifications', CURRENT_TIMESTAMP),
(268, 'wagtailusers', '0011_userprofile_dismissibles', CURRENT_TIMESTAMP),
(269, 'wagtailusers', '0012_userprofile_theme', CURRENT_TIMESTAMP),
(270, 'wagtailusers', '0013_userprofile_density', CURRENT_TIMESTAMP),
(271, 'wagtailusers', '0014_userprofile_contrast', CURRENT_TIMESTAMP),
(272, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', CURRENT_TIMESTAMP),
(273, 'wagtailimages', '0001_squashed_0021', CURRENT_TIMESTAMP),
(274, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', CURRENT_TIMESTAMP);
--
INSERT INTO "wagtailcore_collection" ("id", "path", "depth", "numchild", "name") VALUES
(1, '0001', 1, 0, 'Root');
--
INSERT INTO "wagtailcore_groupapprovaltask" ("task_ptr_id") VALUES
(1);
--
INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES
(1, 1, 1);
--
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES
(1, 1, 2, 107),
(2, 1, 1, 107),
(3, 1, 2, 108),
(4, 1, 1, 108),
(5, 1, 2, 110),
(6, 1, 1, 110),
(7, 1, 2, 111),
(8, 1, 1, 111),
(9, 1, 2, 112),
(10, 1, 1, 112),
(11, 1, 2, 114),
(12, 1, 1, 114);
--
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES
(1, 1, 1, 65),
(2, 1, 1, 66),
(3, 1, 1, 71),
(4, 2, 1, 65),
(5, 2, 1, 66),
(6, 1, 1, 70),
(7, 1, 1, 72);
--
INSERT INTO "wagtailcore_locale" ("id", "language_code") VALUES
(1, 'en');
--
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES
(1, '0001', 1, 1, 'Root', 'root', 1, 0, '/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 1, lower(hex(randomblob(16))), NULL, NULL),
(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', 1, 0, '/home/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 1, lower(hex(randomblob(16))), NULL, NULL);
--
INSERT INTO "wagtailcore_site" ("id", "hostname", "port", "is_default_site", "root_page_id", "site_name") VALUES
(1, 'localhost', 80, 1, 2, '');
--
INSERT INTO "wagtailcore_task" ("id", "name", "active", "content_type_id") VALUES
(1, 'Moderators approval', 1, 2);
--
INSERT INTO "wagtailcore_workflow" ("id", "name", "active") VALUES
(1, 'Moderators approval', 1);
--
INSERT INTO "wagtailcore_workflowpage" ("page_id", "workflow_id") VALUES
(1, 1);
--
INSERT INTO "wagtailcore_workflowtask" ("id", "sort_order", "task_id", "workflow_id") VALUES
(1, 0, 1, 1);
--
DELETE FROM sqlite_sequence;
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('auth_group', 2);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('auth_group_permissions', 20);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('auth_permission', 572);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('django_content_type', 141);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('django_migrations', 274);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_collection', 1);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_groupapprovaltask_groups', 1);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_groupcollectionpermission', 12);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_grouppagepermission', 7);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_locale', 1);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_page', 2);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_site', 1);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_task', 1);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_workflow', 1);
--
INSERT INTO sqlite_sequence (name, seq) VALUES ('wagtailcore_workflowtask', 1);
--
CREATE UNIQUE INDEX "account_email_once_in_any_case" ON "people_user" ((LOWER("email")));
--
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");
--
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");
--
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");
--
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");
--
CREATE UNIQUE INDEX "agenda_one_item_at_once" ON "trainings_agendaitem" ("training_id", "starts_at", "group") WHERE "removed_at" IS NULL;
--
CREATE UNIQUE INDEX "agenda_room_once_at_once" ON "trainings_agendaitem" ("training_id", "starts_at", "room") WHERE ("removed_at" IS NULL AND NOT ("room" = ''));
--
CREATE INDEX "assessments_answersheet_form_id_87202c8c" ON "assessments_answersheet" ("form_id");
--
CREATE INDEX "assessments_answersheet_person_id_599f8734" ON "assessments_answersheet" ("person_id");
--
CREATE INDEX "assessments_answersheet_training_id_8e0232bc" ON "assessments_answersheet" ("training_id");
--
CREATE INDEX "assessments_code_302f15_idx" ON "assessments_sheetanswer" ("code");
--
CREATE INDEX "assessments_commitment_institution_id_db95be70" ON "assessments_commitment" ("institution_id");
--
CREATE INDEX "assessments_commitment_plan_id_cb52c577" ON "assessments_commitment" ("plan_id");
--
CREATE INDEX "assessments_phonetest_closed_by_id_6a2e69f4" ON "assessments_phonetest" ("closed_by_id");
--
CREATE INDEX "assessments_phonetest_form_id_aae118d6" ON "assessments_phonetest" ("form_id");
--
CREATE INDEX "assessments_phonetest_opened_by_id_729ff918" ON "assessments_phonetest" ("opened_by_id");
--
CREATE INDEX "assessments_phonetest_training_id_590849a0" ON "assessments_phonetest" ("training_id");
--
CREATE INDEX "assessments_recusal_assessor_id_26532a30" ON "assessments_recusal" ("assessor_id");
--
CREATE INDEX "assessments_recusal_person_id_ca0ed1a1" ON "assessments_recusal" ("person_id");
--
CREATE INDEX "assessments_recusal_recorded_by_id_38622f47" ON "assessments_recusal" ("recorded_by_id");
--
CREATE INDEX "assessments_rolloutplan_confirmed_by_id_4d7c3d6a" ON "assessments_rolloutplan" ("confirmed_by_id");
--
CREATE INDEX "assessments_rolloutplan_drafted_by_id_23c17a0a" ON "assessments_rolloutplan" ("drafted_by_id");
--
CREATE INDEX "assessments_rolloutplan_person_id_199c040f" ON "assessments_rolloutplan" ("person_id");
--
CREATE INDEX "assessments_rolloutplan_training_id_eb4905a1" ON "assessments_rolloutplan" ("training_id");
--
CREATE INDEX "assessments_sheetanswer_sheet_id_41bb7d65" ON "assessments_sheetanswer" ("sheet_id");
--
CREATE INDEX "assessments_teachback_person_id_af272ede" ON "assessments_teachback" ("person_id");
--
CREATE INDEX "assessments_teachback_topic_id_eb57ea55" ON "assessments_teachback" ("topic_id");
--
CREATE INDEX "assessments_teachback_training_id_87c88564" ON "assessments_teachback" ("training_id");
--
CREATE INDEX "assessments_teachbackassessor_assessor_id_f657c090" ON "assessments_teachbackassessor" ("assessor_id");
--
CREATE INDEX "assessments_teachbackassessor_named_by_id_c80df0cb" ON "assessments_teachbackassessor" ("named_by_id");
--
CREATE INDEX "assessments_teachbackassessor_teach_back_id_5f51297d" ON "assessments_teachbackassessor" ("teach_back_id");
--
CREATE INDEX "assessments_teachbackscore_assessor_id_5d8578dd" ON "assessments_teachbackscore" ("assessor_id");
--
CREATE INDEX "assessments_teachbackscore_teach_back_id_8b37fbd0" ON "assessments_teachbackscore" ("teach_back_id");
--
CREATE INDEX "assessments_testresult_person_id_54f9b405" ON "assessments_testresult" ("person_id");
--
CREATE INDEX "assessments_testresult_recorded_by_id_597acdbc" ON "assessments_testresult" ("recorded_by_id");
--
CREATE INDEX "assessments_testresult_training_id_90e421ab" ON "assessments_testresult" ("training_id");
--
CREATE INDEX "audit_entry_action_37b799df" ON "audit_entry" ("action");
--
CREATE INDEX "audit_entry_actor_id_57c4b003" ON "audit_entry" ("actor_id");
--
CREATE INDEX "audit_entry_at_bf642dd8" ON "audit_entry" ("at");
--
CREATE INDEX "audit_entry_institution_id_ea391dbd" ON "audit_entry" ("institution_id");
--
CREATE INDEX "audit_entry_object__d8644d_idx" ON "audit_entry" ("object_type", "object_id");
--
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
--
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
--
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
--
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
--
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
--
CREATE INDEX "base_content_object_idx" ON "wagtailcore_revision" ("base_content_type_id", "object_id");
--
CREATE INDEX "cascade_deliveryexception_granted_by_id_9a40321b" ON "cascade_deliveryexception" ("granted_by_id");
--
CREATE INDEX "cascade_deliveryexception_institution_id_5e76ccd5" ON "cascade_deliveryexception" ("institution_id");
--
CREATE INDEX "cascade_deliveryexception_person_id_ac5d159a" ON "cascade_deliveryexception" ("person_id");
--
CREATE UNIQUE INDEX "certificate_once_per_decision" ON "certification_certificate" ("decision_id", "act") WHERE NOT ("act" = 'correction');
--
CREATE INDEX "certificate_pool" ON "certification_certificate" ("kind", "person_id", "valid_from", "valid_until", "replaces_id", "level");
--
CREATE INDEX "certificati_person__6e1f1b_idx" ON "certification_certificate" ("person_id", "kind");
--
CREATE INDEX "certification_batchrow_batch_id_a5980415" ON "certification_batchrow" ("batch_id");
--
CREATE INDEX "certification_batchrow_completion_id_39d7f993" ON "certification_batchrow" ("completion_id");
--
CREATE INDEX "certification_batchrow_decision_id_aca745b1" ON "certification_batchrow" ("decision_id");
--
CREATE INDEX "certification_batchrow_person_id_068f2451" ON "certification_batchrow" ("person_id");
--
CREATE INDEX "certification_certificate_curriculum_id_4454bb68" ON "certification_certificate" ("curriculum_id");
--
CREATE INDEX "certification_certificate_decision_id_c7138897" ON "certification_certificate" ("decision_id");
--
CREATE INDEX "certification_certificate_edition_id_74bb21b7" ON "certification_certificate" ("edition_id");
--
CREATE INDEX "certification_certificate_institution_id_38a32b42" ON "certification_certificate" ("institution_id");
--
CREATE INDEX "certification_certificate_issued_by_id_88afbb51" ON "certification_certificate" ("issued_by_id");
--
CREATE INDEX "certification_certificate_person_id_d233b6cd" ON "certification_certificate" ("person_id");
--
CREATE INDEX "certification_certificate_scheme_id_f2792ac6" ON "certification_certificate" ("scheme_id");
--
CREATE INDEX "certification_certificate_training_id_40d31ddc" ON "certification_certificate" ("training_id");
--
CREATE INDEX "certification_certificateevent_by_id_ff5f8bb2" ON "certification_certificateevent" ("by_id");
--
CREATE INDEX "certification_certificateevent_certificate_id_bfb735d6" ON "certification_certificateevent" ("certificate_id");
--
CREATE UNIQUE INDEX "certification_decided_once" ON "certification_decision" ("scheme_id", "training_id", "person_id") WHERE "act" = 'initial';
--
CREATE INDEX "certification_decision_basis_id_0695e416" ON "certification_decision" ("basis_id");
--
CREATE INDEX "certification_decision_decided_by_id_bf1805ef" ON "certification_decision" ("decided_by_id");
--
CREATE INDEX "certification_decision_person_id_94e285f4" ON "certification_decision" ("person_id");
--
CREATE INDEX "certification_decision_scheme_id_e6c8674f" ON "certification_decision" ("scheme_id");
--
CREATE INDEX "certification_decision_training_id_89c0faf2" ON "certification_decision" ("training_id");
--
CREATE INDEX "certification_decision_version_id_f3ef1c8e" ON "certification_decision" ("version_id");
--
CREATE INDEX "certification_issuebatch_by_id_33971ed5" ON "certification_issuebatch" ("by_id");
--
CREATE INDEX "certification_issuebatch_training_id_b3ff33cb" ON "certification_issuebatch" ("training_id");
--
CREATE INDEX "certification_logentry_certificate_0208c735" ON "certification_logentry" ("certificate");
--
CREATE INDEX "certification_scheme_curriculum_id_30dfecd6" ON "certification_scheme" ("curriculum_id");
--
CREATE INDEX "certification_schemerequirement_version_id_aaa1e499" ON "certification_schemerequirement" ("version_id");
--
CREATE INDEX "certification_schemeversion_adopted_by_id_5e3f5480" ON "certification_schemeversion" ("adopted_by_id");
--
CREATE INDEX "certification_schemeversion_scheme_id_bbce9259" ON "certification_schemeversion" ("scheme_id");
--
CREATE INDEX "certification_standingrequest_certificate_id_2f98fc39" ON "certification_standingrequest" ("certificate_id");
--
CREATE INDEX "certification_standingrequest_decided_by_id_6eafab59" ON "certification_standingrequest" ("decided_by_id");
--
CREATE INDEX "certification_standingrequest_requested_by_id_ae2f7a1a" ON "certification_standingrequest" ("requested_by_id");
--
CREATE INDEX "change_of_block" ON "curricula_changenote" ("module_id", "sha256");
--
CREATE INDEX "cohorts_calldocument_added_by_id_3c8f3400" ON "cohorts_calldocument" ("added_by_id");
--
CREATE INDEX "cohorts_calldocument_cohort_id_bd8b8038" ON "cohorts_calldocument" ("cohort_id");
--
CREATE INDEX "cohorts_cohort_scheme_id_08894b43" ON "cohorts_cohort" ("scheme_id");
--
CREATE INDEX "cohorts_criterion_cohort_id_e6fe9099" ON "cohorts_criterion" ("cohort_id");
--
CREATE INDEX "cohorts_letter_cohort_id_be4ce07e" ON "cohorts_letter" ("cohort_id");
--
CREATE INDEX "cohorts_letter_institution_id_3ac3b361" ON "cohorts_letter" ("institution_id");
--
CREATE INDEX "cohorts_letter_nomination_id_176d6212" ON "cohorts_letter" ("nomination_id");
--
CREATE INDEX "cohorts_letter_released_by_id_3b4c143b" ON "cohorts_letter" ("released_by_id");
--
CREATE INDEX "cohorts_nomination_cohort_id_c87818fe" ON "cohorts_nomination" ("cohort_id");
--
CREATE INDEX "cohorts_nomination_institution_id_da7533d9" ON "cohorts_nomination" ("institution_id");
--
CREATE INDEX "cohorts_nomination_person_id_05cedd87" ON "cohorts_nomination" ("person_id");
--
CREATE INDEX "cohorts_nominationversion_by_id_760171f8" ON "cohorts_nominationversion" ("by_id");
--
CREATE INDEX "cohorts_nominationversion_nomination_id_8b713bf3" ON "cohorts_nominationversion" ("nomination_id");
--
CREATE INDEX "cohorts_panelmember_added_by_id_6a4fa229" ON "cohorts_panelmember" ("added_by_id");
--
CREATE INDEX "cohorts_panelmember_cohort_id_0434bb1a" ON "cohorts_panelmember" ("cohort_id");
--
CREATE INDEX "cohorts_panelmember_user_id_1ca15ca1" ON "cohorts_panelmember" ("user_id");
--
CREATE INDEX "cohorts_panelscore_member_id_9d89f817" ON "cohorts_panelscore" ("member_id");
--
CREATE INDEX "cohorts_panelscore_nomination_id_093e57e4" ON "cohorts_panelscore" ("nomination_id");
--
CREATE INDEX "cohorts_seatrule_cohort_id_1aa96e7d" ON "cohorts_seatrule" ("cohort_id");
--
CREATE INDEX "cohorts_seatrule_institution_id_d9c5f1ac" ON "cohorts_seatrule" ("institution_id");
--
CREATE INDEX "cohorts_selection_by_id_93dbc294" ON "cohorts_selection" ("by_id");
--
CREATE INDEX "cohorts_selection_cohort_id_cc727e1d" ON "cohorts_selection" ("cohort_id");
--
CREATE UNIQUE INDEX "completion_certificate_once" ON "certification_certificate" ("training_id", "person_id") WHERE ("kind" = 'completion' AND NOT ("act" = 'correction'));
--
CREATE INDEX "content_object_idx" ON "wagtailcore_revision" ("content_type_id", "object_id");
--
CREATE INDEX "curricula_changenote_by_id_0c31d976" ON "curricula_changenote" ("by_id");
--
CREATE INDEX "curricula_changenote_marked_by_id_b5468385" ON "curricula_changenote" ("marked_by_id");
--
CREATE INDEX "curricula_changenote_module_id_b5c5753d" ON "curricula_changenote" ("module_id");
--
CREATE INDEX "curricula_curriculumpage_curriculum_id_00ef6f6f" ON "curricula_curriculumpage" ("curriculum_id");
--
CREATE INDEX "curricula_download_at_26acbdd8" ON "curricula_download" ("at");
--
CREATE INDEX "curricula_download_edition_file_id_1d63d277" ON "curricula_download" ("edition_file_id");
--
CREATE INDEX "curricula_download_edition_id_ef81ceab" ON "curricula_download" ("edition_id");
--
CREATE INDEX "curricula_download_material_id_e864216f" ON "curricula_download" ("material_id");
--
CREATE INDEX "curricula_download_module_id_57605bfb" ON "curricula_download" ("module_id");
--
CREATE INDEX "curricula_download_user_id_4fc77c7e" ON "curricula_download" ("user_id");
--
CREATE INDEX "curricula_edition_curriculum_id_7e8d8626" ON "curricula_edition" ("curriculum_id");
--
CREATE INDEX "curricula_edition_published_by_id_545c44d1" ON "curricula_edition" ("published_by_id");
--
CREATE INDEX "curricula_editionchange_edition_id_a1a90e77" ON "curricula_editionchange" ("edition_id");
--
CREATE INDEX "curricula_editionchange_module_id_bcc45737" ON "curricula_editionchange" ("module_id");
--
CREATE INDEX "curricula_editionfile_module_id_59d2f4bf" ON "curricula_editionfile" ("module_id");
--
CREATE INDEX "curricula_editionform_edition_id_39f5f237" ON "curricula_editionform" ("edition_id");
--
CREATE INDEX "curricula_editionitem_item_id_32843893" ON "curricula_editionitem" ("item_id");
--
CREATE INDEX "curricula_editionitem_module_id_fce5c4f0" ON "curricula_editionitem" ("module_id");
--
CREATE INDEX "curricula_editionmodule_edition_id_08f7d6a1" ON "curricula_editionmodule" ("edition_id");
--
CREATE INDEX "curricula_editionmodule_module_id_84d0a76d" ON "curricula_editionmodule" ("module_id");
--
CREATE INDEX "curricula_editiontext_added_by_id_ab677634" ON "curricula_editiontext" ("added_by_id");
--
CREATE INDEX "curricula_editiontext_module_id_51ddf38a" ON "curricula_editiontext" ("module_id");
--
CREATE INDEX "curricula_item_module_id_b1970ae3" ON "curricula_item" ("module_id");
--
CREATE INDEX "curricula_item_translation_of_id_2261cb1a" ON "curricula_item" ("translation_of_id");
--
CREATE INDEX "curricula_material_collection_id_5a1552b0" ON "curricula_material" ("collection_id");
--
CREATE INDEX "curricula_material_module_id_02c7719d" ON "curricula_material" ("module_id");
--
CREATE INDEX "curricula_material_uploaded_by_user_id_30e420d9" ON "curricula_material" ("uploaded_by_user_id");
--
CREATE INDEX "curricula_module_curriculum_id_488ad2ed" ON "curricula_module" ("curriculum_id");
--
CREATE INDEX "curricula_modulepage_module_id_934e471d" ON "curricula_modulepage" ("module_id");
--
CREATE INDEX "curricula_readingplace_curriculum_id_1affcfba" ON "curricula_readingplace" ("curriculum_id");
--
CREATE INDEX "curricula_readingplace_page_id_60fa9b86" ON "curricula_readingplace" ("page_id");
--
CREATE INDEX "curricula_readingplace_user_id_6e9e3061" ON "curricula_readingplace" ("user_id");
--
CREATE INDEX "curricula_secondpersontask_groups_group_id_caf6bfd5" ON "curricula_secondpersontask_groups" ("group_id");
--
CREATE INDEX "curricula_secondpersontask_groups_secondpersontask_id_591caef6" ON "curricula_secondpersontask_groups" ("secondpersontask_id");
--
CREATE UNIQUE INDEX "curricula_secondpersontask_groups_secondpersontask_id_group_id_38467f43_uniq" ON "curricula_secondpersontask_groups" ("secondpersontask_id", "group_id");
--
CREATE INDEX "curricula_translationreview_by_id_83162120" ON "curricula_translationreview" ("by_id");
--
CREATE INDEX "curricula_translationreview_module_id_86a9a7aa" ON "curricula_translationreview" ("module_id");
--
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
--
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
--
CREATE INDEX "django_task_backend_071754_idx" ON "django_tasks_database_dbtaskresult" ("backend_name");
--
CREATE INDEX "django_task_queue_n_99c321_idx" ON "django_tasks_database_dbtaskresult" ("queue_name");
--
CREATE INDEX "formstate_user_object" ON "wagtailadmin_formstate" ("user_id", "content_type_id", "object_id", "parent_object_id");
--
CREATE INDEX "institutions_facility_jurisdiction_id_a585bd41" ON "institutions_facility" ("jurisdiction_id");
--
CREATE INDEX "institutions_institution_jurisdiction_id_2796ce0a" ON "institutions_institution" ("jurisdiction_id");
--
CREATE INDEX "institutions_institution_parent_id_0923b4f5" ON "institutions_institution" ("parent_id");
--
CREATE INDEX "institutions_targetpopulation_institution_id_98dbc9e3" ON "institutions_targetpopulation" ("institution_id");
--
CREATE INDEX "institutions_unit_institution_id_7664cb8f" ON "institutions_unit" ("institution_id");
--
CREATE INDEX "intake_draf_purpose_66eb63_idx" ON "intake_draft" ("purpose", "subject_id");
--
CREATE INDEX "intake_draft_uploaded_by_id_d50ab84f" ON "intake_draft" ("uploaded_by_id");
--
CREATE UNIQUE INDEX "item_translated_once" ON "curricula_item" ("translation_of_id", "language") WHERE "retired_on" IS NULL;
--
CREATE UNIQUE INDEX "letter_waiting_once" ON "cohorts_letter" ("nomination_id") WHERE "status" = 'waiting';
--
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");
--
CREATE INDEX "monitoring_snapshot_period_id_7e6b0416" ON "monitoring_snapshot" ("period_id");
--
CREATE INDEX "monitoring_snapshot_taken_by_id_515658b1" ON "monitoring_snapshot" ("taken_by_id");
--
CREATE UNIQUE INDEX "one_open_batch_for_a_training" ON "certification_issuebatch" ("training_id", "kind") WHERE "finished_at" IS NULL;
--
CREATE INDEX "people_person_institution_id_c687915c" ON "people_person" ("institution_id");
--
CREATE INDEX "people_person_merged_into_id_138bbee4" ON "people_person" ("merged_into_id");
--
CREATE INDEX "people_person_name_key_01f61d18" ON "people_person" ("name_key");
--
CREATE INDEX "people_person_unit_id_0a537c13" ON "people_person" ("unit_id");
--
CREATE INDEX "people_role_granted_by_id_95503907" ON "people_role" ("granted_by_id");
--
CREATE INDEX "people_role_institution_id_237928a7" ON "people_role" ("institution_id");
--
CREATE INDEX "people_role_user_id_432e6469" ON "people_role" ("user_id");
--
CREATE INDEX "people_user_groups_group_id_1f0237d0" ON "people_user_groups" ("group_id");
--
CREATE INDEX "people_user_groups_user_id_290df956" ON "people_user_groups" ("user_id");
--
CREATE UNIQUE INDEX "people_user_groups_user_id_group_id_60378d34_uniq" ON "people_user_groups" ("user_id", "group_id");
--
CREATE INDEX "people_user_user_permissions_permission_id_55f01ef0" ON "people_user_user_permissions" ("permission_id");
--
CREATE INDEX "people_user_user_permissions_user_id_7d19557b" ON "people_user_user_permissions" ("user_id");
--
CREATE UNIQUE INDEX "people_user_user_permissions_user_id_permission_id_a7ac6748_uniq" ON "people_user_user_permissions" ("user_id", "permission_id");
--
CREATE UNIQUE INDEX "person_email_once_per_institution" ON "people_person" ("institution_id", (LOWER("email"))) WHERE (NOT ("email" = '') AND "merged_into_id" IS NULL);
--
CREATE UNIQUE INDEX "person_service_number_once_per_institution" ON "people_person" ("institution_id", "service_number") WHERE (NOT ("service_number" = '') AND "merged_into_id" IS NULL);
--
CREATE INDEX "pool_remind_sent_at_48683c_idx" ON "pool_reminder" ("sent_at", "dropped_at");
--
CREATE INDEX "pool_reminder_person_id_0ccfdbe8" ON "pool_reminder" ("person_id");
--
CREATE INDEX "pool_reminder_recipient_id_5151a1e5" ON "pool_reminder" ("recipient_id");
--
CREATE INDEX "programme_target_programme_id_5ed39d21" ON "programme_target" ("programme_id");
--
CREATE INDEX "programme_targetshare_jurisdiction_id_5b7c810e" ON "programme_targetshare" ("jurisdiction_id");
--
CREATE INDEX "programme_targetshare_target_id_a8e48683" ON "programme_targetshare" ("target_id");
--
CREATE INDEX "referenceindex_source_object" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id");
--
CREATE INDEX "referenceindex_target_object" ON "wagtailcore_referenceindex" ("to_content_type_id", "to_object_id");
--
CREATE UNIQUE INDEX "reminder_to_focal_point_once" ON "pool_reminder" ("kind", "person_id", "subject", "threshold", "recipient_id") WHERE "audience" = 'focal_point';
--
CREATE UNIQUE INDEX "reminder_to_trainer_once" ON "pool_reminder" ("kind", "person_id", "subject", "threshold") WHERE "audience" = 'trainer';
--
CREATE INDEX "review_newest" ON "curricula_translationreview" ("module_id", "language", "id" DESC);
--
CREATE UNIQUE INDEX "rollout_one_open_version" ON "assessments_rolloutplan" ("training_id", "person_id") WHERE "confirmed_at" IS NULL;
--
CREATE UNIQUE INDEX "standing_request_one_at_a_time" ON "certification_standingrequest" ("certificate_id") WHERE "status" = 'open';
--
CREATE INDEX "taggit_tagg_content_8fc721_idx" ON "taggit_taggeditem" ("content_type_id", "object_id");
--
CREATE INDEX "taggit_taggeditem_content_type_id_9957a03c" ON "taggit_taggeditem" ("content_type_id");
--
CREATE INDEX "taggit_taggeditem_object_id_e2d7d1df" ON "taggit_taggeditem" ("object_id");
--
CREATE INDEX "taggit_taggeditem_tag_id_f4f5b767" ON "taggit_taggeditem" ("tag_id");
--
CREATE UNIQUE INDEX "target_population_unknown_once" ON "institutions_targetpopulation" ("institution_id", "job_function") WHERE "valid_from" IS NULL;
--
CREATE INDEX "tasks_db_new_ordering_idx" ON "django_tasks_database_dbtaskresult" ("status", "priority" DESC, "run_after" ASC, "enqueued_at" ASC) WHERE "status" = 'READY';
--
CREATE UNIQUE INDEX "training_has_one_lead" ON "trainings_deliverer" ("training_id") WHERE "part" = 'lead';
--
CREATE INDEX "trainings_a_starts__77b849_idx" ON "trainings_agendaitem" ("starts_at", "ends_at");
--
CREATE INDEX "trainings_agendafacilitator_item_id_69745faa" ON "trainings_agendafacilitator" ("item_id");
--
CREATE INDEX "trainings_agendafacilitator_person_id_9ae259e0" ON "trainings_agendafacilitator" ("person_id");
--
CREATE INDEX "trainings_agendaitem_module_id_77f5c4ac" ON "trainings_agendaitem" ("module_id");
--
CREATE INDEX "trainings_agendaitem_session_id_734bb909" ON "trainings_agendaitem" ("session_id");
--
CREATE INDEX "trainings_agendaitem_training_id_76f15e7d" ON "trainings_agendaitem" ("training_id");
--
CREATE INDEX "trainings_attendance_enrolment_id_fc2ea520" ON "trainings_attendance" ("enrolment_id");
--
CREATE INDEX "trainings_attendance_recorded_by_id_9177fbd3" ON "trainings_attendance" ("recorded_by_id");
--
CREATE INDEX "trainings_attendance_session_id_cc50f324" ON "trainings_attendance" ("session_id");
--
CREATE INDEX "trainings_decision_by_id_a9af013d" ON "trainings_decision" ("by_id");
--
CREATE INDEX "trainings_decision_training_id_60808cec" ON "trainings_decision" ("training_id");
--
CREATE INDEX "trainings_deliverer_person_id_14f79efc" ON "trainings_deliverer" ("person_id");
--
CREATE INDEX "trainings_deliverer_training_id_2bfa235f" ON "trainings_deliverer" ("training_id");
--
CREATE INDEX "trainings_enrolment_person_id_ac766562" ON "trainings_enrolment" ("person_id");
--
CREATE INDEX "trainings_enrolment_training_id_95e827ab" ON "trainings_enrolment" ("training_id");
--
CREATE INDEX "trainings_session_edition_id_3a1c3c27" ON "trainings_session" ("edition_id");
--
CREATE INDEX "trainings_session_training_id_82eefcb9" ON "trainings_session" ("training_id");
--
CREATE INDEX "trainings_sessionmodule_module_id_cb01942e" ON "trainings_sessionmodule" ("module_id");
--
CREATE INDEX "trainings_sessionmodule_session_id_40d52367" ON "trainings_sessionmodule" ("session_id");
--
CREATE INDEX "trainings_t_institu_a0ebf2_idx" ON "trainings_training" ("institution_id", "status");
--
CREATE INDEX "trainings_t_starts__ac1dff_idx" ON "trainings_training" ("starts_on", "ends_on");
--
CREATE INDEX "trainings_training_created_by_id_2a11700a" ON "trainings_training" ("created_by_id");
--
CREATE INDEX "trainings_training_curriculum_id_9845aa46" ON "trainings_training" ("curriculum_id");
--
CREATE INDEX "trainings_training_edition_id_d3673b56" ON "trainings_training" ("edition_id");
--
CREATE INDEX "trainings_training_institution_id_32cab34c" ON "trainings_training" ("institution_id");
--
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');
--
CREATE UNIQUE INDEX "unique_in_progress_workflow" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id") WHERE "status" IN ('in_progress', 'needs_changes');
--
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";
--
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";
--
CREATE INDEX "wagtail_localize_localesynchronization_sync_from_id_1bc4c2eb" ON "wagtail_localize_localesynchronization" ("sync_from_id");
--
CREATE INDEX "wagtail_localize_overridablesegment_context_id_eed8c388" ON "wagtail_localize_overridablesegment" ("context_id");
--
CREATE INDEX "wagtail_localize_overridablesegment_source_id_5720ac20" ON "wagtail_localize_overridablesegment" ("source_id");
--
CREATE INDEX "wagtail_localize_relatedobjectsegment_context_id_c0a725be" ON "wagtail_localize_relatedobjectsegment" ("context_id");
--
CREATE INDEX "wagtail_localize_relatedobjectsegment_object_id_6c7b58df" ON "wagtail_localize_relatedobjectsegment" ("object_id");
--
CREATE INDEX "wagtail_localize_relatedobjectsegment_source_id_9a3b1373" ON "wagtail_localize_relatedobjectsegment" ("source_id");
--
CREATE INDEX "wagtail_localize_segmentoverride_context_id_f827efe0" ON "wagtail_localize_segmentoverride" ("context_id");
--
CREATE INDEX "wagtail_localize_segmentoverride_last_translated_by_id_a86448fc" ON "wagtail_localize_segmentoverride" ("last_translated_by_id");
--
CREATE INDEX "wagtail_localize_segmentoverride_locale_id_b1673d41" ON "wagtail_localize_segmentoverride" ("locale_id");
--
CREATE INDEX "wagtail_localize_string_locale_id_2cded126" ON "wagtail_localize_string" ("locale_id");
--
CREATE UNIQUE INDEX "wagtail_localize_string_locale_id_data_hash_bae71852_uniq" ON "wagtail_localize_string" ("locale_id", "data_hash");
--
CREATE INDEX "wagtail_localize_stringsegment_context_id_63235539" ON "wagtail_localize_stringsegment" ("context_id");
--
CREATE INDEX "wagtail_localize_stringsegment_source_id_5804129f" ON "wagtail_localize_stringsegment" ("source_id");
--
CREATE INDEX "wagtail_localize_stringsegment_string_id_6356d5ec" ON "wagtail_localize_stringsegment" ("string_id");
--
CREATE INDEX "wagtail_localize_stringtranslation_context_id_3cc13049" ON "wagtail_localize_stringtranslation" ("context_id");
--
CREATE INDEX "wagtail_localize_stringtranslation_last_translated_by_id_764c7a3f" ON "wagtail_localize_stringtranslation" ("last_translated_by_id");
--
CREATE INDEX "wagtail_localize_stringtranslation_locale_id_b9e3730d" ON "wagtail_localize_stringtranslation" ("locale_id");
--
CREATE UNIQUE INDEX "wagtail_localize_stringtranslation_locale_id_translation_of_id_context_id_d2d59359_uniq" ON "wagtail_localize_stringtranslation" ("locale_id", "translation_of_id", "context_id");
--
CREATE INDEX "wagtail_localize_stringtranslation_translation_of_id_8eef01d0" ON "wagtail_localize_stringtranslation" ("translation_of_id");
--
CREATE INDEX "wagtail_localize_templatesegment_context_id_81456b25" ON "wagtail_localize_templatesegment" ("context_id");
--
CREATE INDEX "wagtail_localize_templatesegment_source_id_26b89dc6" ON "wagtail_localize_templatesegment" ("source_id");
--
CREATE INDEX "wagtail_localize_templatesegment_template_id_c370b3c8" ON "wagtail_localize_templatesegment" ("template_id");
--
CREATE INDEX "wagtail_localize_translatableobject_content_type_id_0d6c5139" ON "wagtail_localize_translatableobject" ("content_type_id");
--
CREATE UNIQUE INDEX "wagtail_localize_translatableobject_content_type_id_translation_key_de875339_uniq" ON "wagtail_localize_translatableobject" ("content_type_id", "translation_key");
--
CREATE INDEX "wagtail_localize_translation_source_id_e326e1e3" ON "wagtail_localize_translation" ("source_id");
--
CREATE UNIQUE INDEX "wagtail_localize_translation_source_id_target_locale_id_7e943cf8_uniq" ON "wagtail_localize_translation" ("source_id", "target_locale_id");
--
CREATE INDEX "wagtail_localize_translation_target_locale_id_8c524f73" ON "wagtail_localize_translation" ("target_locale_id");
--
CREATE INDEX "wagtail_localize_translationcontext_object_id_86263ce7" ON "wagtail_localize_translationcontext" ("object_id");
--
CREATE UNIQUE INDEX "wagtail_localize_translationcontext_object_id_path_id_c7f5d707_uniq" ON "wagtail_localize_translationcontext" ("object_id", "path_id");
--
CREATE INDEX "wagtail_localize_translationlog_locale_id_37619cb4" ON "wagtail_localize_translationlog" ("locale_id");
--
CREATE INDEX "wagtail_localize_translationlog_revision_id_e3b62278" ON "wagtail_localize_translationlog" ("revision_id");
--
CREATE INDEX "wagtail_localize_translationlog_source_id_7228923e" ON "wagtail_localize_translationlog" ("source_id");
--
CREATE INDEX "wagtail_localize_translationsource_locale_id_0ac264c0" ON "wagtail_localize_translationsource" ("locale_id");
--
CREATE INDEX "wagtail_localize_translationsource_object_id_6a078fd2" ON "wagtail_localize_translationsource" ("object_id");
--
CREATE UNIQUE INDEX "wagtail_localize_translationsource_object_id_locale_id_fb6a8d8e_uniq" ON "wagtail_localize_translationsource" ("object_id", "locale_id");
--
CREATE INDEX "wagtail_localize_translationsource_specific_content_type_id_3095eb76" ON "wagtail_localize_translationsource" ("specific_content_type_id");
--
CREATE INDEX "wagtailadmi_content_717955_idx" ON "wagtailadmin_editingsession" ("content_type_id", "object_id");
--
CREATE INDEX "wagtailadmin_editingsession_content_type_id_4df7730e" ON "wagtailadmin_editingsession" ("content_type_id");
--
CREATE INDEX "wagtailadmin_editingsession_user_id_6e1a9b70" ON "wagtailadmin_editingsession" ("user_id");
--
CREATE INDEX "wagtailadmin_formstate_content_type_id_e32438b3" ON "wagtailadmin_formstate" ("content_type_id");
--
CREATE INDEX "wagtailadmin_formstate_user_id_b910adc2" ON "wagtailadmin_formstate" ("user_id");
--
CREATE INDEX "wagtailcore_collectionviewrestriction_collection_id_761908ec" ON "wagtailcore_collectionviewrestriction" ("collection_id");
--
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_47320efd" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id");
--
CREATE UNIQUE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_group_id_988995ae_uniq" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id", "group_id");
--
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3" ON "wagtailcore_collectionviewrestriction_groups" ("group_id");
--
CREATE INDEX "wagtailcore_comment_page_id_108444b5" ON "wagtailcore_comment" ("page_id");
--
CREATE INDEX "wagtailcore_comment_resolved_by_id_a282aa0e" ON "wagtailcore_comment" ("resolved_by_id");
--
CREATE INDEX "wagtailcore_comment_revision_created_id_1d058279" ON "wagtailcore_comment" ("revision_created_id");
--
CREATE INDEX "wagtailcore_comment_user_id_0c577ca6" ON "wagtailcore_comment" ("user_id");
--
CREATE INDEX "wagtailcore_commentreply_comment_id_afc7e027" ON "wagtailcore_commentreply" ("comment_id");
--
CREATE INDEX "wagtailcore_commentreply_user_id_d0b3b9c3" ON "wagtailcore_commentreply" ("user_id");
--
CREATE INDEX "wagtailcore_groupapprovaltask_groups_group_id_2e64b61f" ON "wagtailcore_groupapprovaltask_groups" ("group_id");
--
CREATE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_9a9255ea" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id");
--
CREATE UNIQUE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_group_id_bb5ee7eb_uniq" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id", "group_id");
--
CREATE INDEX "wagtailcore_groupcollectionpermission_collection_id_5423575a" ON "wagtailcore_groupcollectionpermission" ("collection_id");
--
CREATE INDEX "wagtailcore_groupcollectionpermission_group_id_05d61460" ON "wagtailcore_groupcollectionpermission" ("group_id");
--
CREATE UNIQUE INDEX "wagtailcore_groupcollectionpermission_group_id_collection_id_permission_id_a21cefe9_uniq" ON "wagtailcore_groupcollectionpermission" ("group_id", "collection_id", "permission_id");
--
CREATE INDEX "wagtailcore_groupcollectionpermission_permission_id_1b626275" ON "wagtailcore_groupcollectionpermission" ("permission_id");
--
CREATE INDEX "wagtailcore_grouppagepermission_group_id_fc07e671" ON "wagtailcore_grouppagepermission" ("group_id");
--
CREATE INDEX "wagtailcore_grouppagepermission_page_id_710b114a" ON "wagtailcore_grouppagepermission" ("page_id");
--
CREATE INDEX "wagtailcore_grouppagepermission_permission_id_05acb22e" ON "wagtailcore_grouppagepermission" ("permission_id");
--
CREATE INDEX "wagtailcore_groupsitepermission_group_id_e5cdbee4" ON "wagtailcore_groupsitepermission" ("group_id");
--
CREATE UNIQUE INDEX "wagtailcore_groupsitepermission_group_id_site_id_permission_id_a58ee30d_uniq" ON "wagtailcore_groupsitepermission" ("group_id", "site_id", "permission_id");
--
CREATE INDEX "wagtailcore_groupsitepermission_permission_id_459b1f38" ON "wagtailcore_groupsitepermission" ("permission_id");
--
CREATE INDEX "wagtailcore_groupsitepermission_site_id_245de488" ON "wagtailcore_groupsitepermission" ("site_id");
--
CREATE INDEX "wagtailcore_modellogentry_action_d2d856ee" ON "wagtailcore_modellogentry" ("action");
--
CREATE INDEX "wagtailcore_modellogentry_content_changed_8bc39742" ON "wagtailcore_modellogentry" ("content_changed");
--
CREATE INDEX "wagtailcore_modellogentry_content_type_id_68849e77" ON "wagtailcore_modellogentry" ("content_type_id");
--
CREATE INDEX "wagtailcore_modellogentry_object_id_e0e7d4ef" ON "wagtailcore_modellogentry" ("object_id");
--
CREATE INDEX "wagtailcore_modellogentry_revision_id_df6ca33a" ON "wagtailcore_modellogentry" ("revision_id");
--
CREATE INDEX "wagtailcore_modellogentry_timestamp_9694521b" ON "wagtailcore_modellogentry" ("timestamp");
--
CREATE INDEX "wagtailcore_modellogentry_user_id_0278d1bf" ON "wagtailcore_modellogentry" ("user_id");
--
CREATE INDEX "wagtailcore_page_alias_of_id_12945502" ON "wagtailcore_page" ("alias_of_id");
--
CREATE INDEX "wagtailcore_page_content_type_id_c28424df" ON "wagtailcore_page" ("content_type_id");
--
CREATE INDEX "wagtailcore_page_first_published_at_2b5dd637" ON "wagtailcore_page" ("first_published_at");
--
CREATE INDEX "wagtailcore_page_latest_revision_id_e60fef51" ON "wagtailcore_page" ("latest_revision_id");
--
CREATE INDEX "wagtailcore_page_live_revision_id_930bd822" ON "wagtailcore_page" ("live_revision_id");
--
CREATE INDEX "wagtailcore_page_locale_id_3c7e30a6" ON "wagtailcore_page" ("locale_id");
--
CREATE INDEX "wagtailcore_page_locked_by_id_bcb86245" ON "wagtailcore_page" ("locked_by_id");
--
CREATE INDEX "wagtailcore_page_owner_id_fbf7c332" ON "wagtailcore_page" ("owner_id");
--
CREATE INDEX "wagtailcore_page_slug_e7c11b8f" ON "wagtailcore_page" ("slug");
--
CREATE UNIQUE INDEX "wagtailcore_page_translation_key_locale_id_9b041bad_uniq" ON "wagtailcore_page" ("translation_key", "locale_id");
--
CREATE INDEX "wagtailcore_pagelogentry_action_c2408198" ON "wagtailcore_pagelogentry" ("action");
--
CREATE INDEX "wagtailcore_pagelogentry_content_changed_99f27ade" ON "wagtailcore_pagelogentry" ("content_changed");
--
CREATE INDEX "wagtailcore_pagelogentry_content_type_id_74e7708a" ON "wagtailcore_pagelogentry" ("content_type_id");
--
CREATE INDEX "wagtailcore_pagelogentry_page_id_8464e327" ON "wagtailcore_pagelogentry" ("page_id");
--
CREATE INDEX "wagtailcore_pagelogentry_revision_id_8043d103" ON "wagtailcore_pagelogentry" ("revision_id");
--
CREATE INDEX "wagtailcore_pagelogentry_timestamp_deb774c4" ON "wagtailcore_pagelogentry" ("timestamp");
--
CREATE INDEX "wagtailcore_pagelogentry_user_id_604ccfd8" ON "wagtailcore_pagelogentry" ("user_id");
--
CREATE INDEX "wagtailcore_pagesubscription_page_id_a085e7a6" ON "wagtailcore_pagesubscription" ("page_id");
--
CREATE UNIQUE INDEX "wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq" ON "wagtailcore_pagesubscription" ("page_id", "user_id");
--
CREATE INDEX "wagtailcore_pagesubscription_user_id_89d7def9" ON "wagtailcore_pagesubscription" ("user_id");
--
CREATE INDEX "wagtailcore_pageviewrestriction_groups_group_id_6460f223" ON "wagtailcore_pageviewrestriction_groups" ("group_id");
--
CREATE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_f147a99a" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id");
--
CREATE UNIQUE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_group_id_d23f80bb_uniq" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id", "group_id");
--
CREATE INDEX "wagtailcore_pageviewrestriction_page_id_15a8bea6" ON "wagtailcore_pageviewrestriction" ("page_id");
--
CREATE INDEX "wagtailcore_referenceindex_base_content_type_id_313cf40f" ON "wagtailcore_referenceindex" ("base_content_type_id");
--
CREATE UNIQUE INDEX "wagtailcore_referenceindex_base_content_type_id_object_id_to_content_type_id_to_object_id_content_path_hash_9e6ccd6a_uniq" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id", "to_content_type_id", "to_object_id", "content_path_hash");
--
CREATE INDEX "wagtailcore_referenceindex_content_type_id_766e0336" ON "wagtailcore_referenceindex" ("content_type_id");
--
CREATE INDEX "wagtailcore_referenceindex_to_content_type_id_93690bbd" ON "wagtailcore_referenceindex" ("to_content_type_id");
--
CREATE INDEX "wagtailcore_revision_approved_go_live_at_88d3dee5" ON "wagtailcore_revision" ("approved_go_live_at");
--
CREATE INDEX "wagtailcore_revision_base_content_type_id_5b4ef7bd" ON "wagtailcore_revision" ("base_content_type_id");
--
CREATE INDEX "wagtailcore_revision_content_type_id_c8cb69c0" ON "wagtailcore_revision" ("content_type_id");
--
CREATE INDEX "wagtailcore_revision_created_at_81450aa6" ON "wagtailcore_revision" ("created_at");
--
CREATE INDEX "wagtailcore_revision_user_id_03df83b0" ON "wagtailcore_revision" ("user_id");
--
CREATE INDEX "wagtailcore_site_hostname_96b20b46" ON "wagtailcore_site" ("hostname");
--
CREATE UNIQUE INDEX "wagtailcore_site_hostname_port_2c626d70_uniq" ON "wagtailcore_site" ("hostname", "port");
--
CREATE INDEX "wagtailcore_site_root_page_id_e02fb95c" ON "wagtailcore_site" ("root_page_id");
--
CREATE INDEX "wagtailcore_task_content_type_id_249ab8ba" ON "wagtailcore_task" ("content_type_id");
--
CREATE INDEX "wagtailcore_taskstate_content_type_id_0a758fdc" ON "wagtailcore_taskstate" ("content_type_id");
--
CREATE INDEX "wagtailcore_taskstate_finished_by_id_13f98229" ON "wagtailcore_taskstate" ("finished_by_id");
--
CREATE INDEX "wagtailcore_taskstate_revision_id_df25a499" ON "wagtailcore_taskstate" ("revision_id");
--
CREATE INDEX "wagtailcore_taskstate_task_id_c3677c34" ON "wagtailcore_taskstate" ("task_id");
--
CREATE INDEX "wagtailcore_taskstate_workflow_state_id_9239a775" ON "wagtailcore_taskstate" ("workflow_state_id");
--
CREATE INDEX "wagtailcore_uploadedfile_for_content_type_id_b0fc87b2" ON "wagtailcore_uploadedfile" ("for_content_type_id");
--
CREATE INDEX "wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8" ON "wagtailcore_uploadedfile" ("uploaded_by_user_id");
--
CREATE INDEX "wagtailcore_uuid_06a44d_idx" ON "wagtailcore_pagelogentry" ("uuid", "action", "timestamp" DESC);
--
CREATE INDEX "wagtailcore_uuid_d6363b_idx" ON "wagtailcore_modellogentry" ("uuid", "action", "timestamp" DESC);
--
CREATE INDEX "wagtailcore_workflowcontenttype_workflow_id_9aad7cd2" ON "wagtailcore_workflowcontenttype" ("workflow_id");
--
CREATE INDEX "wagtailcore_workflowpage_workflow_id_56f56ff6" ON "wagtailcore_workflowpage" ("workflow_id");
--
CREATE INDEX "wagtailcore_workflowstate_base_content_type_id_a30dc576" ON "wagtailcore_workflowstate" ("base_content_type_id");
--
CREATE INDEX "wagtailcore_workflowstate_content_type_id_2bb78ce1" ON "wagtailcore_workflowstate" ("content_type_id");
--
CREATE INDEX "wagtailcore_workflowstate_requested_by_id_4090bca3" ON "wagtailcore_workflowstate" ("requested_by_id");
--
CREATE INDEX "wagtailcore_workflowstate_workflow_id_1f18378f" ON "wagtailcore_workflowstate" ("workflow_id");
--
CREATE INDEX "wagtailcore_workflowtask_task_id_ce7716fe" ON "wagtailcore_workflowtask" ("task_id");
--
CREATE INDEX "wagtailcore_workflowtask_workflow_id_b9717175" ON "wagtailcore_workflowtask" ("workflow_id");
--
CREATE UNIQUE INDEX "wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq" ON "wagtailcore_workflowtask" ("workflow_id", "task_id");
--
CREATE INDEX "wagtaildocs_document_collection_id_23881625" ON "wagtaildocs_document" ("collection_id");
--
CREATE INDEX "wagtaildocs_document_uploaded_by_user_id_17258b41" ON "wagtaildocs_document" ("uploaded_by_user_id");
--
CREATE INDEX "wagtailembeds_embed_cache_until_26c94bb0" ON "wagtailembeds_embed" ("cache_until");
--
CREATE INDEX "wagtailimages_image_collection_id_c2f8af7e" ON "wagtailimages_image" ("collection_id");
--
CREATE INDEX "wagtailimages_image_created_at_86fa6cd4" ON "wagtailimages_image" ("created_at");
--
CREATE INDEX "wagtailimages_image_file_hash_fb5bbb23" ON "wagtailimages_image" ("file_hash");
--
CREATE INDEX "wagtailimages_image_uploaded_by_user_id_5d73dc75" ON "wagtailimages_image" ("uploaded_by_user_id");
--
CREATE INDEX "wagtailimages_rendition_filter_spec_1cba3201" ON "wagtailimages_rendition" ("filter_spec");
--
CREATE INDEX "wagtailimages_rendition_image_id_3e1fd774" ON "wagtailimages_rendition" ("image_id");
--
CREATE UNIQUE INDEX "wagtailimages_rendition_image_id_filter_spec_focal_point_key_323c8fe0_uniq" ON "wagtailimages_rendition" ("image_id", "filter_spec", "focal_point_key");
--
CREATE INDEX "wagtailsearch_indexentry_content_type_id_62ed694f" ON "wagtailsearch_indexentry" ("content_type_id");
--
CREATE UNIQUE INDEX "wagtailsearch_indexentry_content_type_id_object_id_bcd7ba73_uniq" ON "wagtailsearch_indexentry" ("content_type_id", "object_id");
--
CREATE INDEX "workflowstate_base_ct_id_idx" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id");
--
CREATE INDEX "workflowstate_ct_id_idx" ON "wagtailcore_workflowstate" ("content_type_id", "object_id");
--
CREATE TRIGGER certificate_event_frozen BEFORE UPDATE ON certification_certificateevent FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'what was recorded about a certificate stays'); END;
--
CREATE TRIGGER certificate_event_kept BEFORE DELETE ON certification_certificateevent FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'what was recorded about a certificate stays'); END;
--
CREATE TRIGGER certificate_frozen BEFORE UPDATE ON certification_certificate FOR EACH ROW WHEN (COALESCE(CAST(OLD.kind AS TEXT), '') <> COALESCE(CAST(NEW.kind AS TEXT), '') OR COALESCE(CAST(OLD.level AS TEXT), '') <> COALESCE(CAST(NEW.level AS TEXT), '') OR COALESCE(CAST(OLD.number AS TEXT), '') <> COALESCE(CAST(NEW.number AS TEXT), '') OR COALESCE(CAST(OLD.code AS TEXT), '') <> COALESCE(CAST(NEW.code AS TEXT), '') OR COALESCE(CAST(OLD.scheme_id AS TEXT), '') <> COALESCE(CAST(NEW.scheme_id AS TEXT), '') OR COALESCE(CAST(OLD.curriculum_id AS TEXT), '') <> COALESCE(CAST(NEW.curriculum_id AS TEXT), '') OR COALESCE(CAST(OLD.edition_id AS TEXT), '') <> COALESCE(CAST(NEW.edition_id AS TEXT), '') OR COALESCE(CAST(OLD.training_id AS TEXT), '') <> COALESCE(CAST(NEW.training_id AS TEXT), '') OR COALESCE(CAST(OLD.decision_id AS TEXT), '') <> COALESCE(CAST(NEW.decision_id AS TEXT), '') OR COALESCE(CAST(OLD.replaces_id AS TEXT), '') <> COALESCE(CAST(NEW.replaces_id AS TEXT), '') OR COALESCE(CAST(OLD.language AS TEXT), '') <> COALESCE(CAST(NEW.language AS TEXT), '') OR COALESCE(CAST(OLD.valid_from AS TEXT), '') <> COALESCE(CAST(NEW.valid_from AS TEXT), '') OR COALESCE(CAST(OLD.valid_until AS TEXT), '') <> COALESCE(CAST(NEW.valid_until AS TEXT), '') OR COALESCE(CAST(OLD.act AS TEXT), '') <> COALESCE(CAST(NEW.act AS TEXT), '') OR COALESCE(CAST(OLD.act_reason AS TEXT), '') <> COALESCE(CAST(NEW.act_reason AS TEXT), '') OR (NEW.holder_name <> '' AND (COALESCE(CAST(OLD.holder_name AS TEXT), '') <> COALESCE(CAST(NEW.holder_name AS TEXT), '') OR COALESCE(CAST(OLD.facts AS TEXT), '') <> COALESCE(CAST(NEW.facts AS TEXT), '') OR (OLD.document <> '' AND COALESCE(CAST(OLD.document AS TEXT), '') <> COALESCE(CAST(NEW.document AS TEXT), '')) OR (OLD.document_sha256 <> '' AND COALESCE(CAST(OLD.document_sha256 AS TEXT), '') <> COALESCE(CAST(NEW.document_sha256 AS TEXT), ''))))) BEGIN SELECT RAISE(ABORT, 'an issued certificate stays as it was issued'); END;
--
CREATE TRIGGER certificate_kept BEFORE DELETE ON certification_certificate FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'an issued certificate stays as it was issued'); END;
--
CREATE TRIGGER certificate_log_frozen BEFORE UPDATE ON certification_logentry FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'the transparency log is only added to'); END;
--
CREATE TRIGGER certificate_log_kept BEFORE DELETE ON certification_logentry FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'the transparency log is only added to'); END;
--
CREATE TRIGGER certification_decision_frozen BEFORE UPDATE ON certification_decision FOR EACH ROW WHEN (COALESCE(CAST(OLD.scheme_id AS TEXT), '') <> COALESCE(CAST(NEW.scheme_id AS TEXT), '') OR COALESCE(CAST(OLD.version_id AS TEXT), '') <> COALESCE(CAST(NEW.version_id AS TEXT), '') OR COALESCE(CAST(OLD.training_id AS TEXT), '') <> COALESCE(CAST(NEW.training_id AS TEXT), '') OR COALESCE(CAST(OLD.act AS TEXT), '') <> COALESCE(CAST(NEW.act AS TEXT), '') OR COALESCE(CAST(OLD.basis_id AS TEXT), '') <> COALESCE(CAST(NEW.basis_id AS TEXT), '') OR COALESCE(CAST(OLD.outcome AS TEXT), '') <> COALESCE(CAST(NEW.outcome AS TEXT), '') OR COALESCE(CAST(OLD.requirements AS TEXT), '') <> COALESCE(CAST(NEW.requirements AS TEXT), '') OR COALESCE(CAST(OLD.reason AS TEXT), '') <> COALESCE(CAST(NEW.reason AS TEXT), '')) BEGIN SELECT RAISE(ABORT, 'a certification decision stays as it was decided'); END;
--
CREATE TRIGGER certification_decision_kept BEFORE DELETE ON certification_decision FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a certification decision stays as it was decided'); END;
--
CREATE TRIGGER curricula_curriculum_keep BEFORE DELETE ON curricula_curriculum FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM curricula_edition WHERE curriculum_id = OLD.id)) BEGIN SELECT RAISE(ABORT, 'what was published in an edition is not deleted'); END;
--
CREATE TRIGGER curricula_curriculumpage_keep BEFORE DELETE ON curricula_curriculumpage FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM curricula_edition WHERE curriculum_id = OLD.curriculum_id)) BEGIN SELECT RAISE(ABORT, 'what was published in an edition is not deleted'); END;
--
CREATE TRIGGER curricula_edition_no_delete BEFORE DELETE ON curricula_edition FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_edition_no_update BEFORE UPDATE OF "id", "curriculum_id", "label", "languages", "minutes", "sha256", "note", "published_at", "published_by_id" ON curricula_edition FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionchange_no_delete BEFORE DELETE ON curricula_editionchange FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionchange_no_update BEFORE UPDATE OF "id", "edition_id", "module_id", "word", "is_safety_relevant" ON curricula_editionchange FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionfile_no_delete BEFORE DELETE ON curricula_editionfile FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionfile_no_update BEFORE UPDATE OF "id", "module_id", "title", "file_name", "classification", "language", "size", "sha256", "file" ON curricula_editionfile FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionform_no_delete BEFORE DELETE ON curricula_editionform FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionform_no_update BEFORE UPDATE OF "id", "edition_id", "moment", "codes", "seed", "items", "sha256" ON curricula_editionform FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionitem_no_delete BEFORE DELETE ON curricula_editionitem FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionitem_no_update BEFORE UPDATE OF "id", "module_id", "item_id", "code", "language", "content", "sha256" ON curricula_editionitem FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionmodule_no_delete BEFORE DELETE ON curricula_editionmodule FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editionmodule_no_update BEFORE UPDATE OF "id", "edition_id", "module_id", "title", "kind", "is_mandatory", "order", "minutes", "content" ON curricula_editionmodule FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editiontext_no_delete BEFORE DELETE ON curricula_editiontext FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_editiontext_no_update BEFORE UPDATE OF "id", "module_id", "language", "number", "title", "content", "covers", "sha256", "added_at", "added_by_id" ON curricula_editiontext FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a published edition does not change'); END;
--
CREATE TRIGGER curricula_module_keep BEFORE DELETE ON curricula_module FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM curricula_editionmodule WHERE module_id = OLD.id)) BEGIN SELECT RAISE(ABORT, 'what was published in an edition is not deleted'); END;
--
CREATE TRIGGER curricula_modulepage_keep BEFORE DELETE ON curricula_modulepage FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM curricula_editionmodule WHERE module_id = OLD.module_id)) BEGIN SELECT RAISE(ABORT, 'what was published in an edition is not deleted'); END;
--
CREATE TRIGGER delete_wagtailsearch_indexentry_fts AFTER DELETE ON wagtailsearch_indexentry BEGIN DELETE FROM wagtailsearch_indexentry_fts WHERE rowid=OLD.id; END;
--
CREATE TRIGGER insert_wagtailsearch_indexentry_fts AFTER INSERT ON wagtailsearch_indexentry BEGIN INSERT INTO wagtailsearch_indexentry_fts(title, body, autocomplete, rowid) VALUES (NEW.title, NEW.body, NEW.autocomplete, NEW.id); END;
--
CREATE TRIGGER institution_in_no_circle BEFORE UPDATE OF parent_id ON institutions_institution FOR EACH ROW WHEN (NEW.id = NEW.parent_id OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id)) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id)))) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))))) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id)))))) OR (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))))))) IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'institutions stand in no circle and at most eight deep'); END;
--
CREATE TRIGGER institution_not_too_deep BEFORE INSERT ON institutions_institution FOR EACH ROW WHEN ((SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))))))) IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'institutions stand in no circle and at most eight deep'); END;
--
CREATE TRIGGER rollout_commitment_closed BEFORE INSERT ON assessments_commitment FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = NEW.plan_id AND confirmed_at IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'a confirmed version of a roll-out plan stays as it was confirmed'); END;
--
CREATE TRIGGER rollout_commitment_frozen BEFORE UPDATE ON assessments_commitment FOR EACH ROW WHEN ((EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = OLD.plan_id AND confirmed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = NEW.plan_id AND confirmed_at IS NOT NULL)) AND (COALESCE(CAST(OLD.id AS TEXT), '') <> COALESCE(CAST(NEW.id AS TEXT), '') OR COALESCE(CAST(OLD.plan_id AS TEXT), '') <> COALESCE(CAST(NEW.plan_id AS TEXT), '') OR COALESCE(CAST(OLD.modules AS TEXT), '') <> COALESCE(CAST(NEW.modules AS TEXT), '') OR COALESCE(CAST(OLD.institution_id AS TEXT), '') <> COALESCE(CAST(NEW.institution_id AS TEXT), '') OR COALESCE(CAST(OLD.due_on AS TEXT), '') <> COALESCE(CAST(NEW.due_on AS TEXT), '') OR COALESCE(CAST(OLD.month_only AS TEXT), '') <> COALESCE(CAST(NEW.month_only AS TEXT), '') OR COALESCE(CAST(OLD.participants AS TEXT), '') <> COALESCE(CAST(NEW.participants AS TEXT), '') OR (COALESCE(CAST(OLD.note AS TEXT), '') <> COALESCE(CAST(NEW.note AS TEXT), '') AND NEW.note NOT IN ('')))) BEGIN SELECT RAISE(ABORT, 'a confirmed version of a roll-out plan stays as it was confirmed'); END;
--
CREATE TRIGGER rollout_commitment_kept BEFORE DELETE ON assessments_commitment FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = OLD.plan_id AND confirmed_at IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'a confirmed version of a roll-out plan stays as it was confirmed'); END;
--
CREATE TRIGGER rollout_plan_frozen BEFORE UPDATE ON assessments_rolloutplan FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL AND (COALESCE(CAST(OLD.id AS TEXT), '') <> COALESCE(CAST(NEW.id AS TEXT), '') OR COALESCE(CAST(OLD.created_at AS TEXT), '') <> COALESCE(CAST(NEW.created_at AS TEXT), '') OR COALESCE(CAST(OLD.updated_at AS TEXT), '') <> COALESCE(CAST(NEW.updated_at AS TEXT), '') OR COALESCE(CAST(OLD.version AS TEXT), '') <> COALESCE(CAST(NEW.version AS TEXT), '') OR COALESCE(CAST(OLD.training_id AS TEXT), '') <> COALESCE(CAST(NEW.training_id AS TEXT), '') OR COALESCE(CAST(OLD.number AS TEXT), '') <> COALESCE(CAST(NEW.number AS TEXT), '') OR COALESCE(CAST(OLD.on_paper AS TEXT), '') <> COALESCE(CAST(NEW.on_paper AS TEXT), '') OR COALESCE(CAST(OLD.drafted_by_id AS TEXT), '') <> COALESCE(CAST(NEW.drafted_by_id AS TEXT), '') OR COALESCE(CAST(OLD.sent_at AS TEXT), '') <> COALESCE(CAST(NEW.sent_at AS TEXT), '') OR COALESCE(CAST(OLD.confirmed_at AS TEXT), '') <> COALESCE(CAST(NEW.confirmed_at AS TEXT), '') OR COALESCE(CAST(OLD.confirmed_by_id AS TEXT), '') <> COALESCE(CAST(NEW.confirmed_by_id AS TEXT), '') OR (COALESCE(CAST(OLD.reason AS TEXT), '') <> COALESCE(CAST(NEW.reason AS TEXT), '') AND NEW.reason NOT IN ('', '–')) OR (COALESCE(CAST(OLD.returned_reason AS TEXT), '') <> COALESCE(CAST(NEW.returned_reason AS TEXT), '') AND NEW.returned_reason NOT IN ('')))) BEGIN SELECT RAISE(ABORT, 'a confirmed version of a roll-out plan stays as it was confirmed'); END;
--
CREATE TRIGGER rollout_plan_kept BEFORE DELETE ON assessments_rolloutplan FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a confirmed version of a roll-out plan stays as it was confirmed'); END;
--
CREATE TRIGGER scheme_requirement_frozen BEFORE UPDATE ON certification_schemerequirement FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'an adopted version of a scheme stays as it was adopted'); END;
--
CREATE TRIGGER scheme_requirement_kept BEFORE DELETE ON certification_schemerequirement FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'an adopted version of a scheme stays as it was adopted'); END;
--
CREATE TRIGGER scheme_version_frozen BEFORE UPDATE ON certification_schemeversion FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'an adopted version of a scheme stays as it was adopted'); END;
--
CREATE TRIGGER scheme_version_kept BEFORE DELETE ON certification_schemeversion FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'an adopted version of a scheme stays as it was adopted'); END;
--
CREATE TRIGGER standing_request_frozen BEFORE UPDATE ON certification_standingrequest FOR EACH ROW WHEN (OLD.status <> 'open') BEGIN SELECT RAISE(ABORT, 'a request that was decided stays as it was decided'); END;
--
CREATE TRIGGER standing_request_kept BEFORE DELETE ON certification_standingrequest FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'a request that was decided stays as it was decided'); END;
--
CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE ON wagtailsearch_indexentry BEGIN UPDATE wagtailsearch_indexentry_fts SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id; END;
