-- Made by `manage.py dump_schema`; do not edit. Made from: 31d39cb1bf9e58fb85e9ac841604c2f2073451568e85dddd0e14844884cbdb6e
CREATE OR REPLACE FUNCTION certificate_event_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'what was recorded about a certificate stays'; END $function$;
--
CREATE OR REPLACE FUNCTION certificate_event_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'what was recorded about a certificate stays'; END $function$;
--
CREATE OR REPLACE FUNCTION certificate_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF COALESCE(CAST(OLD.kind AS TEXT), '') <> COALESCE(CAST(NEW.kind AS TEXT), '') OR COALESCE(CAST(OLD.level AS TEXT), '') <> COALESCE(CAST(NEW.level AS TEXT), '') OR COALESCE(CAST(OLD.number AS TEXT), '') <> COALESCE(CAST(NEW.number AS TEXT), '') OR COALESCE(CAST(OLD.code AS TEXT), '') <> COALESCE(CAST(NEW.code AS TEXT), '') OR COALESCE(CAST(OLD.scheme_id AS TEXT), '') <> COALESCE(CAST(NEW.scheme_id AS TEXT), '') OR COALESCE(CAST(OLD.curriculum_id AS TEXT), '') <> COALESCE(CAST(NEW.curriculum_id AS TEXT), '') OR COALESCE(CAST(OLD.edition_id AS TEXT), '') <> COALESCE(CAST(NEW.edition_id AS TEXT), '') OR COALESCE(CAST(OLD.training_id AS TEXT), '') <> COALESCE(CAST(NEW.training_id AS TEXT), '') OR COALESCE(CAST(OLD.decision_id AS TEXT), '') <> COALESCE(CAST(NEW.decision_id AS TEXT), '') OR COALESCE(CAST(OLD.replaces_id AS TEXT), '') <> COALESCE(CAST(NEW.replaces_id AS TEXT), '') OR COALESCE(CAST(OLD.language AS TEXT), '') <> COALESCE(CAST(NEW.language AS TEXT), '') OR COALESCE(CAST(OLD.valid_from AS TEXT), '') <> COALESCE(CAST(NEW.valid_from AS TEXT), '') OR COALESCE(CAST(OLD.valid_until AS TEXT), '') <> COALESCE(CAST(NEW.valid_until AS TEXT), '') OR COALESCE(CAST(OLD.act AS TEXT), '') <> COALESCE(CAST(NEW.act AS TEXT), '') OR COALESCE(CAST(OLD.act_reason AS TEXT), '') <> COALESCE(CAST(NEW.act_reason AS TEXT), '') OR (NEW.holder_name <> '' AND (COALESCE(CAST(OLD.holder_name AS TEXT), '') <> COALESCE(CAST(NEW.holder_name AS TEXT), '') OR COALESCE(CAST(OLD.facts AS TEXT), '') <> COALESCE(CAST(NEW.facts AS TEXT), '') OR (OLD.document <> '' AND COALESCE(CAST(OLD.document AS TEXT), '') <> COALESCE(CAST(NEW.document AS TEXT), '')) OR (OLD.document_sha256 <> '' AND COALESCE(CAST(OLD.document_sha256 AS TEXT), '') <> COALESCE(CAST(NEW.document_sha256 AS TEXT), '')))) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'an issued certificate stays as it was issued'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION certificate_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'an issued certificate stays as it was issued'; END $function$;
--
CREATE OR REPLACE FUNCTION certificate_log_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'the transparency log is only added to'; END $function$;
--
CREATE OR REPLACE FUNCTION certificate_log_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'the transparency log is only added to'; END $function$;
--
CREATE OR REPLACE FUNCTION certification_decision_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF COALESCE(CAST(OLD.scheme_id AS TEXT), '') <> COALESCE(CAST(NEW.scheme_id AS TEXT), '') OR COALESCE(CAST(OLD.version_id AS TEXT), '') <> COALESCE(CAST(NEW.version_id AS TEXT), '') OR COALESCE(CAST(OLD.training_id AS TEXT), '') <> COALESCE(CAST(NEW.training_id AS TEXT), '') OR COALESCE(CAST(OLD.act AS TEXT), '') <> COALESCE(CAST(NEW.act AS TEXT), '') OR COALESCE(CAST(OLD.basis_id AS TEXT), '') <> COALESCE(CAST(NEW.basis_id AS TEXT), '') OR COALESCE(CAST(OLD.outcome AS TEXT), '') <> COALESCE(CAST(NEW.outcome AS TEXT), '') OR COALESCE(CAST(OLD.requirements AS TEXT), '') <> COALESCE(CAST(NEW.requirements AS TEXT), '') OR COALESCE(CAST(OLD.reason AS TEXT), '') <> COALESCE(CAST(NEW.reason AS TEXT), '') THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a certification decision stays as it was decided'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION certification_decision_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a certification decision stays as it was decided'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_curriculum_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF EXISTS (SELECT 1 FROM curricula_edition WHERE curriculum_id = OLD.id) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'what was published in an edition is not deleted'; END IF; RETURN OLD; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_curriculumpage_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF EXISTS (SELECT 1 FROM curricula_edition WHERE curriculum_id = OLD.curriculum_id) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'what was published in an edition is not deleted'; END IF; RETURN OLD; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_edition_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_edition_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionchange_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionchange_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionfile_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionfile_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionform_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionform_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionitem_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionitem_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionmodule_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editionmodule_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editiontext_no_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_editiontext_no_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a published edition does not change'; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_module_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF EXISTS (SELECT 1 FROM curricula_editionmodule WHERE module_id = OLD.id) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'what was published in an edition is not deleted'; END IF; RETURN OLD; END $function$;
--
CREATE OR REPLACE FUNCTION curricula_modulepage_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF EXISTS (SELECT 1 FROM curricula_editionmodule WHERE module_id = OLD.module_id) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'what was published in an edition is not deleted'; END IF; RETURN OLD; END $function$;
--
CREATE OR REPLACE FUNCTION institution_in_no_circle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF NEW.id = NEW.parent_id OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id)) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id)))) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))))) OR NEW.id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id)))))) OR (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))))))) IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'institutions stand in no circle and at most eight deep'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION institution_not_too_deep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = (SELECT parent_id FROM institutions_institution WHERE id = NEW.parent_id))))))) IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'institutions stand in no circle and at most eight deep'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION rollout_commitment_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = NEW.plan_id AND confirmed_at IS NOT NULL) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a confirmed version of a roll-out plan stays as it was confirmed'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION rollout_commitment_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF (EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = OLD.plan_id AND confirmed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = NEW.plan_id AND confirmed_at IS NOT NULL)) AND (COALESCE(CAST(OLD.id AS TEXT), '') <> COALESCE(CAST(NEW.id AS TEXT), '') OR COALESCE(CAST(OLD.plan_id AS TEXT), '') <> COALESCE(CAST(NEW.plan_id AS TEXT), '') OR COALESCE(CAST(OLD.modules AS TEXT), '') <> COALESCE(CAST(NEW.modules AS TEXT), '') OR COALESCE(CAST(OLD.institution_id AS TEXT), '') <> COALESCE(CAST(NEW.institution_id AS TEXT), '') OR COALESCE(CAST(OLD.due_on AS TEXT), '') <> COALESCE(CAST(NEW.due_on AS TEXT), '') OR COALESCE(CAST(OLD.month_only AS TEXT), '') <> COALESCE(CAST(NEW.month_only AS TEXT), '') OR COALESCE(CAST(OLD.participants AS TEXT), '') <> COALESCE(CAST(NEW.participants AS TEXT), '') OR (COALESCE(CAST(OLD.note AS TEXT), '') <> COALESCE(CAST(NEW.note AS TEXT), '') AND NEW.note NOT IN (''))) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a confirmed version of a roll-out plan stays as it was confirmed'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION rollout_commitment_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF EXISTS (SELECT 1 FROM assessments_rolloutplan WHERE id = OLD.plan_id AND confirmed_at IS NOT NULL) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a confirmed version of a roll-out plan stays as it was confirmed'; END IF; RETURN OLD; END $function$;
--
CREATE OR REPLACE FUNCTION rollout_plan_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF OLD.confirmed_at IS NOT NULL AND (COALESCE(CAST(OLD.id AS TEXT), '') <> COALESCE(CAST(NEW.id AS TEXT), '') OR COALESCE(CAST(OLD.created_at AS TEXT), '') <> COALESCE(CAST(NEW.created_at AS TEXT), '') OR COALESCE(CAST(OLD.updated_at AS TEXT), '') <> COALESCE(CAST(NEW.updated_at AS TEXT), '') OR COALESCE(CAST(OLD.version AS TEXT), '') <> COALESCE(CAST(NEW.version AS TEXT), '') OR COALESCE(CAST(OLD.training_id AS TEXT), '') <> COALESCE(CAST(NEW.training_id AS TEXT), '') OR COALESCE(CAST(OLD.number AS TEXT), '') <> COALESCE(CAST(NEW.number AS TEXT), '') OR COALESCE(CAST(OLD.on_paper AS TEXT), '') <> COALESCE(CAST(NEW.on_paper AS TEXT), '') OR COALESCE(CAST(OLD.drafted_by_id AS TEXT), '') <> COALESCE(CAST(NEW.drafted_by_id AS TEXT), '') OR COALESCE(CAST(OLD.sent_at AS TEXT), '') <> COALESCE(CAST(NEW.sent_at AS TEXT), '') OR COALESCE(CAST(OLD.confirmed_at AS TEXT), '') <> COALESCE(CAST(NEW.confirmed_at AS TEXT), '') OR COALESCE(CAST(OLD.confirmed_by_id AS TEXT), '') <> COALESCE(CAST(NEW.confirmed_by_id AS TEXT), '') OR (COALESCE(CAST(OLD.reason AS TEXT), '') <> COALESCE(CAST(NEW.reason AS TEXT), '') AND NEW.reason NOT IN ('', '–')) OR (COALESCE(CAST(OLD.returned_reason AS TEXT), '') <> COALESCE(CAST(NEW.returned_reason AS TEXT), '') AND NEW.returned_reason NOT IN (''))) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a confirmed version of a roll-out plan stays as it was confirmed'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION rollout_plan_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF OLD.confirmed_at IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a confirmed version of a roll-out plan stays as it was confirmed'; END IF; RETURN OLD; END $function$;
--
CREATE OR REPLACE FUNCTION scheme_requirement_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'an adopted version of a scheme stays as it was adopted'; END $function$;
--
CREATE OR REPLACE FUNCTION scheme_requirement_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'an adopted version of a scheme stays as it was adopted'; END $function$;
--
CREATE OR REPLACE FUNCTION scheme_version_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'an adopted version of a scheme stays as it was adopted'; END $function$;
--
CREATE OR REPLACE FUNCTION scheme_version_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'an adopted version of a scheme stays as it was adopted'; END $function$;
--
CREATE OR REPLACE FUNCTION standing_request_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF OLD.status <> 'open' THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a request that was decided stays as it was decided'; END IF; RETURN NEW; END $function$;
--
CREATE OR REPLACE FUNCTION standing_request_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'a request that was decided stays as it was decided'; END $function$;
--
CREATE TABLE "account_emailaddress" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME account_emailaddress_id_seq),
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
--
CREATE TABLE "account_emailconfirmation" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME account_emailconfirmation_id_seq),
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
--
CREATE TABLE "assessments_answersheet" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_answersheet_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    moment character varying(4) NOT NULL,
    source character varying(5) NOT NULL,
    handed_in_at timestamp with time zone,
    correct smallint,
    items smallint NOT NULL,
    settled_at timestamp with time zone,
    form_id bigint NOT NULL,
    person_id bigint NOT NULL,
    training_id bigint NOT NULL
);
--
CREATE TABLE "assessments_commitment" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_commitment_id_seq),
    modules jsonb NOT NULL,
    due_on date NOT NULL,
    month_only boolean NOT NULL,
    participants smallint NOT NULL,
    note character varying(200) NOT NULL,
    institution_id bigint NOT NULL,
    plan_id bigint NOT NULL
);
--
CREATE TABLE "assessments_phonetest" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_phonetest_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    moment character varying(4) NOT NULL,
    language character varying(10) NOT NULL,
    code character varying(12) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    form_id bigint NOT NULL,
    opened_by_id bigint,
    training_id bigint NOT NULL
);
--
CREATE TABLE "assessments_recusal" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_recusal_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    reason character varying(11) NOT NULL,
    assessor_id bigint NOT NULL,
    person_id bigint NOT NULL,
    recorded_by_id bigint
);
--
CREATE TABLE "assessments_rolloutplan" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_rolloutplan_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    number smallint NOT NULL,
    reason text NOT NULL,
    on_paper boolean NOT NULL,
    sent_at timestamp with time zone,
    returned_reason text NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by_id bigint,
    drafted_by_id bigint,
    person_id bigint NOT NULL,
    training_id bigint NOT NULL
);
--
CREATE TABLE "assessments_sheetanswer" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_sheetanswer_id_seq),
    code character varying(20) NOT NULL,
    given jsonb NOT NULL,
    is_right boolean,
    saved_at timestamp with time zone NOT NULL,
    sheet_id bigint NOT NULL
);
--
CREATE TABLE "assessments_teachback" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_teachback_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    held_on date NOT NULL,
    person_id bigint NOT NULL,
    topic_id bigint,
    training_id bigint NOT NULL,
    minutes smallint,
    room character varying(60) NOT NULL,
    starts_at time without time zone
);
--
CREATE TABLE "assessments_teachbackassessor" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_teachbackassessor_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    part character varying(6) NOT NULL,
    assessor_id bigint NOT NULL,
    named_by_id bigint,
    teach_back_id bigint NOT NULL
);
--
CREATE TABLE "assessments_teachbackscore" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_teachbackscore_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    plan smallint,
    accuracy smallint,
    key_points smallint,
    safety smallint,
    engagement smallint,
    checking smallint,
    comment text NOT NULL,
    submitted_at timestamp with time zone,
    assessor_id bigint NOT NULL,
    teach_back_id bigint NOT NULL,
    declared_at timestamp with time zone
);
--
CREATE TABLE "assessments_testresult" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME assessments_testresult_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    moment character varying(4) NOT NULL,
    correct smallint NOT NULL,
    items smallint NOT NULL,
    person_id bigint NOT NULL,
    recorded_by_id bigint,
    training_id bigint NOT NULL,
    source character varying(5) NOT NULL
);
--
CREATE TABLE "audit_checkpoint" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME audit_checkpoint_id_seq),
    at timestamp with time zone NOT NULL,
    link bigint NOT NULL,
    seal character varying(64) NOT NULL
);
--
CREATE TABLE "audit_entry" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME audit_entry_id_seq),
    at timestamp with time zone NOT NULL,
    action character varying(60) NOT NULL,
    object_type character varying(60) NOT NULL,
    object_id character varying(40) NOT NULL,
    institution_id bigint,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason text NOT NULL,
    seal character varying(64) NOT NULL,
    link bigint,
    actor_id bigint
);
--
CREATE TABLE "auth_group" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME auth_group_id_seq),
    name character varying(150) NOT NULL
);
--
CREATE TABLE "auth_group_permissions" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME auth_group_permissions_id_seq),
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
--
CREATE TABLE "auth_permission" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME auth_permission_id_seq),
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
--
CREATE TABLE "cascade_deliveryexception" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cascade_deliveryexception_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason text NOT NULL,
    granted_by_id bigint,
    institution_id bigint NOT NULL,
    person_id bigint NOT NULL
);
--
CREATE TABLE "certification_batchrow" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_batchrow_id_seq),
    failure character varying(40) NOT NULL,
    failure_words text NOT NULL,
    certificate_id bigint,
    completion_id bigint,
    decision_id bigint,
    person_id bigint NOT NULL,
    batch_id bigint NOT NULL
);
--
CREATE TABLE "certification_certificate" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_certificate_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    level character varying(12) NOT NULL,
    number character varying(40) NOT NULL,
    code character varying(30) NOT NULL,
    holder_name character varying(210) NOT NULL,
    language character varying(10) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    facts jsonb NOT NULL,
    document character varying(200) NOT NULL,
    document_sha256 character varying(64) NOT NULL,
    curriculum_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    issued_by_id bigint,
    person_id bigint NOT NULL,
    replaces_id bigint,
    training_id bigint NOT NULL,
    decision_id bigint,
    scheme_id bigint,
    act character varying(10) NOT NULL,
    act_reason text NOT NULL
);
--
CREATE TABLE "certification_certificateevent" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_certificateevent_id_seq),
    kind character varying(12) NOT NULL,
    effective_on date NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    certificate_id bigint NOT NULL,
    request_id bigint
);
--
CREATE TABLE "certification_decision" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_decision_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    outcome character varying(14) NOT NULL,
    requirements jsonb NOT NULL,
    reason text NOT NULL,
    decided_by_id bigint,
    person_id bigint NOT NULL,
    training_id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    version_id bigint NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    act character varying(10) NOT NULL,
    basis_id bigint
);
--
CREATE TABLE "certification_issuebatch" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_issuebatch_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    beat_at timestamp with time zone,
    finished_at timestamp with time zone,
    by_id bigint,
    training_id bigint NOT NULL
);
--
CREATE TABLE "certification_logentry" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_logentry_id_seq),
    number bigint NOT NULL,
    kind character varying(10) NOT NULL,
    certificate character varying(64) NOT NULL,
    day date NOT NULL,
    document character varying(64) NOT NULL,
    previous character varying(64) NOT NULL,
    seal character varying(64) NOT NULL
);
--
CREATE TABLE "certification_scheme" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_scheme_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    title character varying(200) NOT NULL,
    refresher_months smallint NOT NULL,
    issuing_body character varying(200) NOT NULL,
    signatory character varying(200) NOT NULL,
    curriculum_id bigint NOT NULL,
    shows_holder character varying(8) NOT NULL
);
--
CREATE TABLE "certification_schemerequirement" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_schemerequirement_id_seq),
    aim character varying(10) NOT NULL,
    kind character varying(20) NOT NULL,
    threshold smallint NOT NULL,
    months smallint,
    version_id bigint NOT NULL
);
--
CREATE TABLE "certification_schemeversion" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_schemeversion_id_seq),
    number smallint NOT NULL,
    provisional_first boolean NOT NULL,
    validity_months smallint NOT NULL,
    provisional_months smallint NOT NULL,
    renewal_opens_months smallint NOT NULL,
    grace_months smallint NOT NULL,
    note text NOT NULL,
    adopted_at timestamp with time zone NOT NULL,
    adopted_by_id bigint,
    scheme_id bigint NOT NULL
);
--
CREATE TABLE "certification_standingrequest" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME certification_standingrequest_id_seq),
    kind character varying(12) NOT NULL,
    effective_on date NOT NULL,
    reason text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    status character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    answer text NOT NULL,
    certificate_id bigint NOT NULL,
    decided_by_id bigint,
    requested_by_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_call" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_call_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    text text NOT NULL,
    cohort_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_calldocument" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_calldocument_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    title character varying(150) NOT NULL,
    file character varying(200) NOT NULL,
    file_name character varying(200) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    added_by_id bigint,
    cohort_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_cohort" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_cohort_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    nominations_close_on date NOT NULL,
    scheme_id bigint NOT NULL,
    training_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_criterion" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_criterion_id_seq),
    "order" smallint NOT NULL,
    title character varying(120) NOT NULL,
    weight smallint NOT NULL,
    levels jsonb NOT NULL,
    cohort_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_letter" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_letter_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    number integer NOT NULL,
    kind character varying(12) NOT NULL,
    status character varying(12) NOT NULL,
    language character varying(10) NOT NULL,
    subject character varying(250) NOT NULL,
    body text NOT NULL,
    written_on date NOT NULL,
    released_at timestamp with time zone,
    claimed_at timestamp with time zone,
    sent_at timestamp with time zone,
    sent_to smallint NOT NULL,
    cohort_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    nomination_id bigint,
    released_by_id bigint
);
--
CREATE TABLE "cohorts_nomination" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_nomination_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    status character varying(10) NOT NULL,
    job_function character varying(100) NOT NULL,
    years_in_post smallint,
    english character varying(2) NOT NULL,
    endorsed_by character varying(150) NOT NULL,
    endorsed_on date,
    motivation text NOT NULL,
    reason text NOT NULL,
    reserve_place smallint,
    cohort_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    person_id bigint NOT NULL,
    late_reason text NOT NULL,
    priority smallint
);
--
CREATE TABLE "cohorts_nominationversion" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_nominationversion_id_seq),
    number integer NOT NULL,
    action character varying(40) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    said jsonb NOT NULL,
    by_id bigint,
    nomination_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_panelmember" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_panelmember_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    cohort_id bigint NOT NULL,
    user_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_panelscore" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_panelscore_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    levels jsonb NOT NULL,
    comment text NOT NULL,
    submitted_at timestamp with time zone,
    member_id bigint NOT NULL,
    nomination_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_seatrule" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_seatrule_id_seq),
    minimum smallint NOT NULL,
    maximum smallint NOT NULL,
    alternates smallint NOT NULL,
    cohort_id bigint NOT NULL,
    institution_id bigint NOT NULL
);
--
CREATE TABLE "cohorts_selection" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME cohorts_selection_id_seq),
    at timestamp with time zone NOT NULL,
    changed integer NOT NULL,
    findings jsonb NOT NULL,
    reason text NOT NULL,
    by_id bigint NOT NULL,
    cohort_id bigint NOT NULL
);
--
CREATE TABLE "curricula_blueprint" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_blueprint_id_seq),
    lines jsonb NOT NULL,
    seed character varying(40) NOT NULL,
    version integer NOT NULL,
    curriculum_id bigint NOT NULL
);
--
CREATE TABLE "curricula_changenote" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_changenote_id_seq),
    part character varying(40) NOT NULL,
    sha256 character varying(64) NOT NULL,
    is_gone boolean NOT NULL,
    excerpt character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    is_safety_relevant boolean NOT NULL,
    marked_at timestamp with time zone,
    by_id bigint,
    marked_by_id bigint,
    module_id bigint NOT NULL
);
--
CREATE TABLE "curricula_curriculum" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_curriculum_id_seq),
    code character varying(40) NOT NULL,
    title character varying(200) NOT NULL
);
--
CREATE TABLE "curricula_curriculumpage" (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    audience text NOT NULL,
    source_sha256 character varying(64) NOT NULL,
    curriculum_id bigint NOT NULL
);
--
CREATE TABLE "curricula_download" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_download_id_seq),
    at timestamp with time zone NOT NULL,
    title character varying(255) NOT NULL,
    classification character varying(10) NOT NULL,
    capacity character varying(20) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    user_id bigint,
    edition_id bigint,
    edition_file_id bigint,
    material_id bigint,
    module_id bigint
);
--
CREATE TABLE "curricula_edition" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_edition_id_seq),
    label character varying(20) NOT NULL,
    languages jsonb NOT NULL,
    minutes integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    note text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    withdrawn_on date,
    curriculum_id bigint NOT NULL,
    published_by_id bigint
);
--
CREATE TABLE "curricula_editionchange" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_editionchange_id_seq),
    word character varying(10) NOT NULL,
    is_safety_relevant boolean NOT NULL,
    edition_id bigint NOT NULL,
    module_id bigint NOT NULL
);
--
CREATE TABLE "curricula_editionfile" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_editionfile_id_seq),
    title character varying(255) NOT NULL,
    file_name character varying(200) NOT NULL,
    classification character varying(10) NOT NULL,
    language character varying(10) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    file character varying(200) NOT NULL,
    module_id bigint NOT NULL
);
--
CREATE TABLE "curricula_editionform" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_editionform_id_seq),
    moment character varying(4) NOT NULL,
    codes jsonb NOT NULL,
    seed character varying(80) NOT NULL,
    items smallint NOT NULL,
    sha256 character varying(64) NOT NULL,
    edition_id bigint NOT NULL
);
--
CREATE TABLE "curricula_editionitem" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_editionitem_id_seq),
    code character varying(20) NOT NULL,
    language character varying(10) NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    module_id bigint NOT NULL,
    item_id bigint NOT NULL
);
--
CREATE TABLE "curricula_editionmodule" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_editionmodule_id_seq),
    title character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    is_mandatory boolean NOT NULL,
    "order" smallint NOT NULL,
    minutes smallint NOT NULL,
    content jsonb NOT NULL,
    edition_id bigint NOT NULL,
    module_id bigint NOT NULL
);
--
CREATE TABLE "curricula_editiontext" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_editiontext_id_seq),
    language character varying(10) NOT NULL,
    number smallint NOT NULL,
    title character varying(255) NOT NULL,
    content jsonb NOT NULL,
    covers jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    module_id bigint NOT NULL
);
--
CREATE TABLE "curricula_item" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_item_id_seq),
    number integer NOT NULL,
    objective smallint,
    objective_text text NOT NULL,
    kind character varying(12) NOT NULL,
    language character varying(10) NOT NULL,
    question text NOT NULL,
    answers jsonb NOT NULL,
    feedback text NOT NULL,
    picture character varying(64) NOT NULL,
    picture_kind character varying(4) NOT NULL,
    source_sha256 character varying(64) NOT NULL,
    sha256 character varying(64) NOT NULL,
    retired_on date,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    module_id bigint NOT NULL,
    translation_of_id bigint
);
--
CREATE TABLE "curricula_librarypage" (
    page_ptr_id integer NOT NULL,
    introduction text NOT NULL
);
--
CREATE TABLE "curricula_material" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_material_id_seq),
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    classification character varying(10) NOT NULL,
    language character varying(10) NOT NULL,
    sha256 character varying(64) NOT NULL,
    source_sha256 character varying(64) NOT NULL,
    collection_id integer NOT NULL,
    uploaded_by_user_id bigint,
    module_id bigint
);
--
CREATE TABLE "curricula_module" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_module_id_seq),
    code character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    is_mandatory boolean NOT NULL,
    "order" smallint NOT NULL,
    minutes smallint NOT NULL,
    curriculum_id bigint NOT NULL
);
--
CREATE TABLE "curricula_modulepage" (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    objectives jsonb NOT NULL,
    key_points jsonb NOT NULL,
    safety_note text NOT NULL,
    lesson_plan jsonb NOT NULL,
    scenario text NOT NULL,
    exercise jsonb NOT NULL,
    "references" jsonb NOT NULL,
    trainer_notes jsonb NOT NULL,
    source_sha256 character varying(64) NOT NULL,
    module_id bigint NOT NULL,
    body jsonb NOT NULL
);
--
CREATE TABLE "curricula_readingplace" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_readingplace_id_seq),
    anchor character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    curriculum_id bigint NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
--
CREATE TABLE "curricula_searchtext" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_searchtext_id_seq),
    title text NOT NULL,
    text text NOT NULL,
    trainer_text text NOT NULL,
    material_id bigint,
    page_id integer
);
--
CREATE TABLE "curricula_secondpersontask" (
    task_ptr_id integer NOT NULL
);
--
CREATE TABLE "curricula_secondpersontask_groups" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_secondpersontask_groups_id_seq),
    secondpersontask_id integer NOT NULL,
    group_id integer NOT NULL
);
--
CREATE TABLE "curricula_translationreview" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME curricula_translationreview_id_seq),
    language character varying(10) NOT NULL,
    kind character varying(12) NOT NULL,
    covers jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    module_id bigint NOT NULL
);
--
CREATE TABLE "django_content_type" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME django_content_type_id_seq),
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
--
CREATE TABLE "django_migrations" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME django_migrations_id_seq),
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
--
CREATE TABLE "django_session" (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
--
CREATE TABLE "django_tasks_database_dbtaskresult" (
    id uuid NOT NULL,
    status character varying(10) NOT NULL,
    args_kwargs jsonb NOT NULL,
    priority integer NOT NULL,
    task_path text NOT NULL,
    queue_name character varying(32) NOT NULL,
    backend_name character varying(32) NOT NULL,
    run_after timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    started_at timestamp with time zone,
    return_value jsonb,
    exception_class_path text NOT NULL,
    traceback text NOT NULL,
    worker_ids jsonb NOT NULL
);
--
CREATE TABLE "institutions_facility" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME institutions_facility_id_seq),
    code character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    jurisdiction_id bigint NOT NULL
);
--
CREATE TABLE "institutions_institution" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME institutions_institution_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    other_names jsonb NOT NULL,
    is_active boolean NOT NULL,
    parent_id bigint,
    jurisdiction_id bigint NOT NULL
);
--
CREATE TABLE "institutions_jurisdiction" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME institutions_jurisdiction_id_seq),
    code character varying(2) NOT NULL,
    name character varying(100) NOT NULL,
    time_zone character varying(40) NOT NULL,
    languages jsonb NOT NULL
);
--
CREATE TABLE "institutions_targetpopulation" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME institutions_targetpopulation_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    job_function character varying(100) NOT NULL,
    staff integer,
    women integer,
    valid_from date,
    source character varying(200) NOT NULL,
    institution_id bigint NOT NULL
);
--
CREATE TABLE "institutions_unit" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME institutions_unit_id_seq),
    name character varying(160) NOT NULL,
    key character varying(160) NOT NULL,
    institution_id bigint NOT NULL
);
--
CREATE TABLE "intake_draft" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME intake_draft_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    purpose character varying(40) NOT NULL,
    subject_id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    rows jsonb NOT NULL,
    facts jsonb NOT NULL,
    applied_at timestamp with time zone,
    result jsonb NOT NULL,
    uploaded_by_id bigint NOT NULL
);
--
CREATE TABLE "mfa_authenticator" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME mfa_authenticator_id_seq),
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
--
CREATE TABLE "monitoring_reportingperiod" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME monitoring_reportingperiod_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    label character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    status character varying(10) NOT NULL
);
--
CREATE TABLE "monitoring_snapshot" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME monitoring_snapshot_id_seq),
    as_of date NOT NULL,
    figures jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    reason text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    amends_id bigint,
    period_id bigint NOT NULL,
    taken_by_id bigint
);
--
CREATE TABLE "people_person" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_person_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    family_name character varying(100) NOT NULL,
    given_name character varying(100) NOT NULL,
    name_key character varying(210) NOT NULL,
    other_spellings jsonb NOT NULL,
    sex character varying(12) NOT NULL,
    service_number character varying(40) NOT NULL,
    job_function character varying(100) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(10) NOT NULL,
    left_on date,
    retain_until date NOT NULL,
    anonymised_at timestamp with time zone,
    institution_id bigint NOT NULL,
    merged_into_id bigint,
    unit_id bigint,
    user_id bigint
);
--
CREATE TABLE "people_role" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_role_id_seq),
    kind character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    ended_at timestamp with time zone,
    end_reason text NOT NULL,
    granted_by_id bigint,
    institution_id bigint,
    user_id bigint NOT NULL
);
--
CREATE TABLE "people_user" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_user_id_seq),
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(10) NOT NULL
);
--
CREATE TABLE "people_user_groups" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_user_groups_id_seq),
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
--
CREATE TABLE "people_user_user_permissions" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_user_user_permissions_id_seq),
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
--
CREATE TABLE "pool_reminder" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME pool_reminder_id_seq),
    kind character varying(20) NOT NULL,
    audience character varying(12) NOT NULL,
    subject character varying(40) NOT NULL,
    threshold smallint NOT NULL,
    language character varying(10) NOT NULL,
    line text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    sent_at timestamp with time zone,
    dropped_at timestamp with time zone,
    person_id bigint NOT NULL,
    recipient_id bigint
);
--
CREATE TABLE "programme_programme" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME programme_programme_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    title character varying(250) NOT NULL,
    reference character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    funding_statement text NOT NULL,
    disclaimer text NOT NULL
);
--
CREATE TABLE "programme_regionalworkshop" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME programme_regionalworkshop_id_seq),
    number smallint NOT NULL,
    place character varying(100) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    participants smallint,
    topics jsonb NOT NULL,
    note text NOT NULL,
    source character varying(250) NOT NULL
);
--
CREATE TABLE "programme_target" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME programme_target_id_seq),
    component character varying(16) NOT NULL,
    title character varying(200) NOT NULL,
    unit character varying(60) NOT NULL,
    stated integer NOT NULL,
    is_ceiling boolean NOT NULL,
    source character varying(250) NOT NULL,
    programme_id bigint NOT NULL
);
--
CREATE TABLE "programme_targetshare" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME programme_targetshare_id_seq),
    planned integer NOT NULL,
    done integer NOT NULL,
    jurisdiction_id bigint NOT NULL,
    target_id bigint NOT NULL
);
--
CREATE TABLE "taggit_tag" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME taggit_tag_id_seq),
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
--
CREATE TABLE "taggit_taggeditem" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME taggit_taggeditem_id_seq),
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
--
CREATE TABLE "trainings_agendafacilitator" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_agendafacilitator_id_seq),
    leads boolean NOT NULL,
    person_id bigint NOT NULL,
    item_id bigint NOT NULL
);
--
CREATE TABLE "trainings_agendaitem" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_agendaitem_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    kind character varying(14) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    title character varying(150) NOT NULL,
    room character varying(80) NOT NULL,
    "group" character varying(1) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    removed_at timestamp with time zone,
    module_id bigint,
    session_id bigint,
    training_id bigint NOT NULL
);
--
CREATE TABLE "trainings_attendance" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_attendance_id_seq),
    present boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint,
    enrolment_id bigint NOT NULL,
    session_id bigint NOT NULL
);
--
CREATE TABLE "trainings_completion" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_completion_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    outcome character varying(12) NOT NULL,
    completed_on date NOT NULL,
    half_days smallint NOT NULL,
    half_days_attended smallint NOT NULL,
    missing_modules jsonb NOT NULL,
    enrolment_id bigint NOT NULL
);
--
CREATE TABLE "trainings_decision" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_decision_id_seq),
    kind character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    findings jsonb NOT NULL,
    by_id bigint,
    training_id bigint NOT NULL
);
--
CREATE TABLE "trainings_deliverer" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_deliverer_id_seq),
    part character varying(12) NOT NULL,
    person_id bigint NOT NULL,
    training_id bigint NOT NULL
);
--
CREATE TABLE "trainings_enrolment" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_enrolment_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    status character varying(12) NOT NULL,
    source character varying(12) NOT NULL,
    place integer NOT NULL,
    reason character varying(250) NOT NULL,
    person_id bigint NOT NULL,
    training_id bigint NOT NULL
);
--
CREATE TABLE "trainings_headcount" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_headcount_id_seq),
    women smallint NOT NULL,
    men smallint NOT NULL,
    not_recorded smallint NOT NULL,
    total smallint NOT NULL,
    training_id bigint NOT NULL
);
--
CREATE TABLE "trainings_session" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_session_id_seq),
    held_on date NOT NULL,
    half character varying(2) NOT NULL,
    language character varying(10) NOT NULL,
    closed_at timestamp with time zone,
    edition_id bigint,
    training_id bigint NOT NULL
);
--
CREATE TABLE "trainings_sessionmodule" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_sessionmodule_id_seq),
    delivered boolean,
    module_id bigint NOT NULL,
    session_id bigint NOT NULL
);
--
CREATE TABLE "trainings_training" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME trainings_training_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    kind character varying(12) NOT NULL,
    reference character varying(30) NOT NULL,
    title character varying(200) NOT NULL,
    language character varying(10) NOT NULL,
    venue character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    seats smallint NOT NULL,
    enrolment_code character varying(30) NOT NULL,
    enrolment_closes_on date,
    status character varying(12) NOT NULL,
    head_count_only boolean NOT NULL,
    reported_participants smallint,
    created_by_id bigint,
    curriculum_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    institution_id bigint NOT NULL
);
--
CREATE TABLE "wagtail_localize_localesynchronization" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_localesynchronization_id_seq),
    locale_id integer NOT NULL,
    sync_from_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_overridablesegment" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_overridablesegment_id_seq),
    "order" integer NOT NULL,
    data_json text NOT NULL,
    context_id integer NOT NULL,
    source_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_relatedobjectsegment" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_relatedobjectsegment_id_seq),
    "order" integer NOT NULL,
    context_id integer NOT NULL,
    object_id uuid NOT NULL,
    source_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_segmentoverride" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_segmentoverride_id_seq),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    data_json text NOT NULL,
    has_error boolean NOT NULL,
    field_error text NOT NULL,
    context_id integer,
    last_translated_by_id bigint,
    locale_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_string" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_string_id_seq),
    data_hash uuid NOT NULL,
    data text NOT NULL,
    locale_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_stringsegment" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_stringsegment_id_seq),
    "order" integer NOT NULL,
    attrs text NOT NULL,
    context_id integer NOT NULL,
    source_id integer NOT NULL,
    string_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_stringtranslation" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_stringtranslation_id_seq),
    data text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    context_id integer,
    locale_id integer NOT NULL,
    translation_of_id integer NOT NULL,
    tool_name character varying(255) NOT NULL,
    translation_type character varying(20) NOT NULL,
    last_translated_by_id bigint,
    field_error text NOT NULL,
    has_error boolean NOT NULL
);
--
CREATE TABLE "wagtail_localize_template" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_template_id_seq),
    uuid uuid NOT NULL,
    template text NOT NULL,
    template_format character varying(100) NOT NULL,
    string_count integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_templatesegment" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_templatesegment_id_seq),
    "order" integer NOT NULL,
    context_id integer NOT NULL,
    source_id integer NOT NULL,
    template_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_translatableobject" (
    translation_key uuid NOT NULL,
    content_type_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_translation" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_translation_id_seq),
    uuid uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    translations_last_updated_at timestamp with time zone,
    destination_last_updated_at timestamp with time zone,
    enabled boolean NOT NULL,
    source_id integer NOT NULL,
    target_locale_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_translationcontext" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_translationcontext_id_seq),
    path_id uuid NOT NULL,
    path text NOT NULL,
    object_id uuid NOT NULL,
    field_path text NOT NULL
);
--
CREATE TABLE "wagtail_localize_translationlog" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_translationlog_id_seq),
    created_at timestamp with time zone NOT NULL,
    locale_id integer NOT NULL,
    revision_id integer,
    source_id integer NOT NULL
);
--
CREATE TABLE "wagtail_localize_translationsource" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtail_localize_translationsource_id_seq),
    object_repr text NOT NULL,
    content_json text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    locale_id integer NOT NULL,
    object_id uuid NOT NULL,
    specific_content_type_id integer NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    schema_version character varying(255) NOT NULL
);
--
CREATE TABLE "wagtailadmin_admin" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailadmin_admin_id_seq)
);
--
CREATE TABLE "wagtailadmin_editingsession" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailadmin_editingsession_id_seq),
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
--
CREATE TABLE "wagtailadmin_formstate" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailadmin_formstate_id_seq),
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
--
CREATE TABLE "wagtailcore_collection" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_collection_id_seq),
    path character varying(255) COLLATE "C" NOT NULL,
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL
);
--
CREATE TABLE "wagtailcore_collectionviewrestriction" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_collectionviewrestriction_id_seq),
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_collectionviewrestriction_groups" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_collectionviewrestriction_groups_id_seq),
    collectionviewrestriction_id integer NOT NULL,
    group_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_comment" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_comment_id_seq),
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
--
CREATE TABLE "wagtailcore_commentreply" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_commentreply_id_seq),
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
--
CREATE TABLE "wagtailcore_groupapprovaltask" (
    task_ptr_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_groupapprovaltask_groups" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_groupapprovaltask_groups_id_seq),
    groupapprovaltask_id integer NOT NULL,
    group_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_groupcollectionpermission" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_groupcollectionpermission_id_seq),
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_grouppagepermission" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_grouppagepermission_id_seq),
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_groupsitepermission" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_groupsitepermission_id_seq),
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_locale" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_locale_id_seq),
    language_code character varying(100) NOT NULL
);
--
CREATE TABLE "wagtailcore_modellogentry" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_modellogentry_id_seq),
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
--
CREATE TABLE "wagtailcore_page" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_page_id_seq),
    path character varying(255) COLLATE "C" NOT NULL,
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer
);
--
CREATE TABLE "wagtailcore_pagelogentry" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_pagelogentry_id_seq),
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
--
CREATE TABLE "wagtailcore_pagesubscription" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_pagesubscription_id_seq),
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
--
CREATE TABLE "wagtailcore_pageviewrestriction" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_pageviewrestriction_id_seq),
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
--
CREATE TABLE "wagtailcore_pageviewrestriction_groups" (
    id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_pageviewrestriction_groups_id_seq),
    pageviewrestriction_id integer NOT NULL,
    group_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_referenceindex" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_referenceindex_id_seq),
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_revision" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_pagerevision_id_seq),
    created_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
--
CREATE TABLE "wagtailcore_site" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_site_id_seq),
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
--
CREATE TABLE "wagtailcore_task" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_task_id_seq),
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_taskstate" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_taskstate_id_seq),
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
--
CREATE TABLE "wagtailcore_uploadedfile" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_uploadedfile_id_seq),
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
--
CREATE TABLE "wagtailcore_workflow" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_workflow_id_seq),
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
--
CREATE TABLE "wagtailcore_workflowcontenttype" (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_workflowpage" (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_workflowstate" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_workflowstate_id_seq),
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
--
CREATE TABLE "wagtailcore_workflowtask" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailcore_workflowtask_id_seq),
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
--
CREATE TABLE "wagtaildocs_document" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtaildocs_document_id_seq),
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL
);
--
CREATE TABLE "wagtailembeds_embed" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailembeds_embed_id_seq),
    url text NOT NULL,
    max_width smallint,
    type character varying(10) NOT NULL,
    html text NOT NULL,
    title text NOT NULL,
    author_name text NOT NULL,
    provider_name text NOT NULL,
    thumbnail_url text NOT NULL,
    width integer,
    height integer,
    last_updated timestamp with time zone NOT NULL,
    hash character varying(32) NOT NULL,
    cache_until timestamp with time zone
);
--
CREATE TABLE "wagtailimages_image" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailimages_image_id_seq),
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL
);
--
CREATE TABLE "wagtailimages_rendition" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailimages_rendition_id_seq),
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
--
CREATE TABLE "wagtailsearch_indexentry" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailsearch_indexentry_id_seq),
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
--
CREATE TABLE "wagtailusers_userprofile" (
    id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME wagtailusers_userprofile_id_seq),
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
--
INSERT INTO "auth_group" ("id", "name") VALUES
('1', 'Moderators'),
('2', 'Editors');
--
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES
('1', '1', '105'),
('2', '2', '105'),
('3', '1', '106'),
('4', '2', '106'),
('5', '1', '107'),
('6', '1', '108'),
('7', '1', '109'),
('8', '2', '107'),
('9', '2', '108'),
('10', '2', '109'),
('11', '1', '110'),
('12', '2', '110'),
('13', '1', '112'),
('14', '1', '113'),
('15', '1', '111'),
('16', '2', '112'),
('17', '2', '113'),
('18', '2', '111'),
('19', '1', '114'),
('20', '2', '114');
--
INSERT INTO "auth_permission" ("id", "name", "content_type_id", "codename") VALUES
('1', 'Can add locale', '3', 'add_locale'),
('2', 'Can change locale', '3', 'change_locale'),
('3', 'Can delete locale', '3', 'delete_locale'),
('4', 'Can view locale', '3', 'view_locale'),
('5', 'Can add site', '4', 'add_site'),
('6', 'Can change site', '4', 'change_site'),
('7', 'Can delete site', '4', 'delete_site'),
('8', 'Can view site', '4', 'view_site'),
('9', 'Can add group site permission', '5', 'add_groupsitepermission'),
('10', 'Can change group site permission', '5', 'change_groupsitepermission'),
('11', 'Can delete group site permission', '5', 'delete_groupsitepermission'),
('12', 'Can view group site permission', '5', 'view_groupsitepermission'),
('13', 'Can add model log entry', '6', 'add_modellogentry'),
('14', 'Can change model log entry', '6', 'change_modellogentry'),
('15', 'Can delete model log entry', '6', 'delete_modellogentry'),
('16', 'Can view model log entry', '6', 'view_modellogentry'),
('17', 'Can add revision', '7', 'add_revision'),
('18', 'Can change revision', '7', 'change_revision'),
('19', 'Can delete revision', '7', 'delete_revision'),
('20', 'Can view revision', '7', 'view_revision'),
('21', 'Can add collection view restriction', '8', 'add_collectionviewrestriction'),
('22', 'Can change collection view restriction', '8', 'change_collectionviewrestriction'),
('23', 'Can delete collection view restriction', '8', 'delete_collectionviewrestriction'),
('24', 'Can view collection view restriction', '8', 'view_collectionviewrestriction'),
('25', 'Can add collection', '9', 'add_collection'),
('26', 'Can change collection', '9', 'change_collection'),
('27', 'Can delete collection', '9', 'delete_collection'),
('28', 'Can view collection', '9', 'view_collection'),
('29', 'Can add group collection permission', '10', 'add_groupcollectionpermission'),
('30', 'Can change group collection permission', '10', 'change_groupcollectionpermission'),
('31', 'Can delete group collection permission', '10', 'delete_groupcollectionpermission'),
('32', 'Can view group collection permission', '10', 'view_groupcollectionpermission'),
('33', 'Can add uploaded file', '11', 'add_uploadedfile'),
('34', 'Can change uploaded file', '11', 'change_uploadedfile'),
('35', 'Can delete uploaded file', '11', 'delete_uploadedfile'),
('36', 'Can view uploaded file', '11', 'view_uploadedfile'),
('37', 'Can add workflow content type', '12', 'add_workflowcontenttype'),
('38', 'Can change workflow content type', '12', 'change_workflowcontenttype'),
('39', 'Can delete workflow content type', '12', 'delete_workflowcontenttype'),
('40', 'Can view workflow content type', '12', 'view_workflowcontenttype'),
('41', 'Can add Workflow state', '13', 'add_workflowstate'),
('42', 'Can change Workflow state', '13', 'change_workflowstate'),
('43', 'Can delete Workflow state', '13', 'delete_workflowstate'),
('44', 'Can view Workflow state', '13', 'view_workflowstate'),
('45', 'Can add workflow', '14', 'add_workflow'),
('46', 'Can change workflow', '14', 'change_workflow'),
('47', 'Can delete workflow', '14', 'delete_workflow'),
('48', 'Can view workflow', '14', 'view_workflow'),
('49', 'Can add workflow task order', '15', 'add_workflowtask'),
('50', 'Can change workflow task order', '15', 'change_workflowtask'),
('51', 'Can delete workflow task order', '15', 'delete_workflowtask'),
('52', 'Can view workflow task order', '15', 'view_workflowtask'),
('53', 'Can add task', '16', 'add_task'),
('54', 'Can change task', '16', 'change_task'),
('55', 'Can delete task', '16', 'delete_task'),
('56', 'Can view task', '16', 'view_task'),
('57', 'Can add Group approval task', '2', 'add_groupapprovaltask'),
('58', 'Can change Group approval task', '2', 'change_groupapprovaltask'),
('59', 'Can delete Group approval task', '2', 'delete_groupapprovaltask'),
('60', 'Can view Group approval task', '2', 'view_groupapprovaltask'),
('61', 'Can add Task state', '17', 'add_taskstate'),
('62', 'Can change Task state', '17', 'change_taskstate'),
('63', 'Can delete Task state', '17', 'delete_taskstate'),
('64', 'Can view Task state', '17', 'view_taskstate'),
('65', 'Can add page', '1', 'add_page'),
('66', 'Can change page', '1', 'change_page'),
('67', 'Can delete page', '1', 'delete_page'),
('68', 'Can view page', '1', 'view_page'),
('69', 'Delete pages with children', '1', 'bulk_delete_page'),
('70', 'Lock/unlock pages you''ve locked', '1', 'lock_page'),
('71', 'Publish any page', '1', 'publish_page'),
('72', 'Unlock any page', '1', 'unlock_page'),
('73', 'Can add group page permission', '18', 'add_grouppagepermission'),
('74', 'Can change group page permission', '18', 'change_grouppagepermission'),
('75', 'Can delete group page permission', '18', 'delete_grouppagepermission'),
('76', 'Can view group page permission', '18', 'view_grouppagepermission'),
('77', 'Can add page view restriction', '19', 'add_pageviewrestriction'),
('78', 'Can change page view restriction', '19', 'change_pageviewrestriction'),
('79', 'Can delete page view restriction', '19', 'delete_pageviewrestriction'),
('80', 'Can view page view restriction', '19', 'view_pageviewrestriction'),
('81', 'Can add workflow page', '20', 'add_workflowpage'),
('82', 'Can change workflow page', '20', 'change_workflowpage'),
('83', 'Can delete workflow page', '20', 'delete_workflowpage'),
('84', 'Can view workflow page', '20', 'view_workflowpage'),
('85', 'Can add page log entry', '21', 'add_pagelogentry'),
('86', 'Can change page log entry', '21', 'change_pagelogentry'),
('87', 'Can delete page log entry', '21', 'delete_pagelogentry'),
('88', 'Can view page log entry', '21', 'view_pagelogentry'),
('89', 'Can add comment', '22', 'add_comment'),
('90', 'Can change comment', '22', 'change_comment'),
('91', 'Can delete comment', '22', 'delete_comment'),
('92', 'Can view comment', '22', 'view_comment'),
('93', 'Can add comment reply', '23', 'add_commentreply'),
('94', 'Can change comment reply', '23', 'change_commentreply'),
('95', 'Can delete comment reply', '23', 'delete_commentreply'),
('96', 'Can view comment reply', '23', 'view_commentreply'),
('97', 'Can add page subscription', '24', 'add_pagesubscription'),
('98', 'Can change page subscription', '24', 'change_pagesubscription'),
('99', 'Can delete page subscription', '24', 'delete_pagesubscription'),
('100', 'Can view page subscription', '24', 'view_pagesubscription'),
('101', 'Can add reference index', '25', 'add_referenceindex'),
('102', 'Can change reference index', '25', 'change_referenceindex'),
('103', 'Can delete reference index', '25', 'delete_referenceindex'),
('104', 'Can view reference index', '25', 'view_referenceindex'),
('105', 'Can submit translations', '26', 'submit_translation'),
('106', 'Can access Wagtail admin', '27', 'access_admin'),
('107', 'Can add document', '28', 'add_document'),
('108', 'Can change document', '28', 'change_document'),
('109', 'Can delete document', '28', 'delete_document'),
('110', 'Can choose document', '28', 'choose_document'),
('111', 'Can add image', '29', 'add_image'),
('112', 'Can change image', '29', 'change_image'),
('113', 'Can delete image', '29', 'delete_image'),
('114', 'Can choose image', '29', 'choose_image'),
('115', 'Can add reporting period', '30', 'add_reportingperiod'),
('116', 'Can change reporting period', '30', 'change_reportingperiod'),
('117', 'Can delete reporting period', '30', 'delete_reportingperiod'),
('118', 'Can view reporting period', '30', 'view_reportingperiod'),
('119', 'Can add frozen figures', '31', 'add_snapshot'),
('120', 'Can change frozen figures', '31', 'change_snapshot'),
('121', 'Can delete frozen figures', '31', 'delete_snapshot'),
('122', 'Can view frozen figures', '31', 'view_snapshot'),
('123', 'Can add reminder', '32', 'add_reminder'),
('124', 'Can change reminder', '32', 'change_reminder'),
('125', 'Can delete reminder', '32', 'delete_reminder'),
('126', 'Can view reminder', '32', 'view_reminder'),
('127', 'Can add exception for a delivery', '33', 'add_deliveryexception'),
('128', 'Can change exception for a delivery', '33', 'change_deliveryexception'),
('129', 'Can delete exception for a delivery', '33', 'delete_deliveryexception'),
('130', 'Can view exception for a delivery', '33', 'view_deliveryexception'),
('131', 'Can add ToT cohort', '34', 'add_cohort'),
('132', 'Can change ToT cohort', '34', 'change_cohort'),
('133', 'Can delete ToT cohort', '34', 'delete_cohort'),
('134', 'Can view ToT cohort', '34', 'view_cohort'),
('135', 'Can add nomination', '35', 'add_nomination'),
('136', 'Can change nomination', '35', 'change_nomination'),
('137', 'Can delete nomination', '35', 'delete_nomination'),
('138', 'Can view nomination', '35', 'view_nomination'),
('139', 'Can add call for nominations', '36', 'add_call'),
('140', 'Can change call for nominations', '36', 'change_call'),
('141', 'Can delete call for nominations', '36', 'delete_call'),
('142', 'Can view call for nominations', '36', 'view_call'),
('143', 'Can add document of a call', '37', 'add_calldocument'),
('144', 'Can change document of a call', '37', 'change_calldocument'),
('145', 'Can delete document of a call', '37', 'delete_calldocument'),
('146', 'Can view document of a call', '37', 'view_calldocument'),
('147', 'Can add selection', '38', 'add_selection'),
('148', 'Can change selection', '38', 'change_selection'),
('149', 'Can delete selection', '38', 'delete_selection'),
('150', 'Can view selection', '38', 'view_selection'),
('151', 'Can add criterion', '39', 'add_criterion'),
('152', 'Can change criterion', '39', 'change_criterion'),
('153', 'Can delete criterion', '39', 'delete_criterion'),
('154', 'Can view criterion', '39', 'view_criterion'),
('155', 'Can add letter', '40', 'add_letter'),
('156', 'Can change letter', '40', 'change_letter'),
('157', 'Can delete letter', '40', 'delete_letter'),
('158', 'Can view letter', '40', 'view_letter'),
('159', 'Can add version of a nomination', '41', 'add_nominationversion'),
('160', 'Can change version of a nomination', '41', 'change_nominationversion'),
('161', 'Can delete version of a nomination', '41', 'delete_nominationversion'),
('162', 'Can view version of a nomination', '41', 'view_nominationversion'),
('163', 'Can add member of a panel', '42', 'add_panelmember'),
('164', 'Can change member of a panel', '42', 'change_panelmember'),
('165', 'Can delete member of a panel', '42', 'delete_panelmember'),
('166', 'Can view member of a panel', '42', 'view_panelmember'),
('167', 'Can add score of the panel', '43', 'add_panelscore'),
('168', 'Can change score of the panel', '43', 'change_panelscore'),
('169', 'Can delete score of the panel', '43', 'delete_panelscore'),
('170', 'Can view score of the panel', '43', 'view_panelscore'),
('171', 'Can add seat rule', '44', 'add_seatrule'),
('172', 'Can change seat rule', '44', 'change_seatrule'),
('173', 'Can delete seat rule', '44', 'delete_seatrule'),
('174', 'Can view seat rule', '44', 'view_seatrule'),
('175', 'Can add certification scheme', '45', 'add_scheme'),
('176', 'Can change certification scheme', '45', 'change_scheme'),
('177', 'Can delete certification scheme', '45', 'delete_scheme'),
('178', 'Can view certification scheme', '45', 'view_scheme'),
('179', 'Can add certification decision', '46', 'add_decision'),
('180', 'Can change certification decision', '46', 'change_decision'),
('181', 'Can delete certification decision', '46', 'delete_decision'),
('182', 'Can view certification decision', '46', 'view_decision'),
('183', 'Can add certificate', '47', 'add_certificate'),
('184', 'Can change certificate', '47', 'change_certificate'),
('185', 'Can delete certificate', '47', 'delete_certificate'),
('186', 'Can view certificate', '47', 'view_certificate'),
('187', 'Can add certificate event', '48', 'add_certificateevent'),
('188', 'Can change certificate event', '48', 'change_certificateevent'),
('189', 'Can delete certificate event', '48', 'delete_certificateevent'),
('190', 'Can view certificate event', '48', 'view_certificateevent'),
('191', 'Can add version of a scheme', '49', 'add_schemeversion'),
('192', 'Can change version of a scheme', '49', 'change_schemeversion'),
('193', 'Can delete version of a scheme', '49', 'delete_schemeversion'),
('194', 'Can view version of a scheme', '49', 'view_schemeversion'),
('195', 'Can add requirement of a scheme', '50', 'add_schemerequirement'),
('196', 'Can change requirement of a scheme', '50', 'change_schemerequirement'),
('197', 'Can delete requirement of a scheme', '50', 'delete_schemerequirement'),
('198', 'Can view requirement of a scheme', '50', 'view_schemerequirement'),
('199', 'Can add person of an issue', '51', 'add_batchrow'),
('200', 'Can change person of an issue', '51', 'change_batchrow'),
('201', 'Can delete person of an issue', '51', 'delete_batchrow'),
('202', 'Can view person of an issue', '51', 'view_batchrow'),
('203', 'Can add issue of certificates', '52', 'add_issuebatch'),
('204', 'Can change issue of certificates', '52', 'change_issuebatch'),
('205', 'Can delete issue of certificates', '52', 'delete_issuebatch'),
('206', 'Can view issue of certificates', '52', 'view_issuebatch'),
('207', 'Can add entry of the transparency log', '53', 'add_logentry'),
('208', 'Can change entry of the transparency log', '53', 'change_logentry'),
('209', 'Can delete entry of the transparency log', '53', 'delete_logentry'),
('210', 'Can view entry of the transparency log', '53', 'view_logentry'),
('211', 'Can add request about a certificate', '54', 'add_standingrequest'),
('212', 'Can change request about a certificate', '54', 'change_standingrequest'),
('213', 'Can delete request about a certificate', '54', 'delete_standingrequest'),
('214', 'Can view request about a certificate', '54', 'view_standingrequest'),
('215', 'Can add teach-back', '55', 'add_teachback'),
('216', 'Can change teach-back', '55', 'change_teachback'),
('217', 'Can delete teach-back', '55', 'delete_teachback'),
('218', 'Can view teach-back', '55', 'view_teachback'),
('219', 'Can add teach-back score', '56', 'add_teachbackscore'),
('220', 'Can change teach-back score', '56', 'change_teachbackscore'),
('221', 'Can delete teach-back score', '56', 'delete_teachbackscore'),
('222', 'Can view teach-back score', '56', 'view_teachbackscore'),
('223', 'Can add test result', '57', 'add_testresult'),
('224', 'Can change test result', '57', 'change_testresult'),
('225', 'Can delete test result', '57', 'delete_testresult'),
('226', 'Can view test result', '57', 'view_testresult'),
('227', 'Can add answer sheet', '58', 'add_answersheet'),
('228', 'Can change answer sheet', '58', 'change_answersheet'),
('229', 'Can delete answer sheet', '58', 'delete_answersheet'),
('230', 'Can view answer sheet', '58', 'view_answersheet'),
('231', 'Can add commitment', '59', 'add_commitment'),
('232', 'Can change commitment', '59', 'change_commitment'),
('233', 'Can delete commitment', '59', 'delete_commitment'),
('234', 'Can view commitment', '59', 'view_commitment'),
('235', 'Can add test on the phone', '60', 'add_phonetest'),
('236', 'Can change test on the phone', '60', 'change_phonetest'),
('237', 'Can delete test on the phone', '60', 'delete_phonetest'),
('238', 'Can view test on the phone', '60', 'view_phonetest'),
('239', 'Can add recusal', '61', 'add_recusal'),
('240', 'Can change recusal', '61', 'change_recusal'),
('241', 'Can delete recusal', '61', 'delete_recusal'),
('242', 'Can view recusal', '61', 'view_recusal'),
('243', 'Can add roll-out plan', '62', 'add_rolloutplan'),
('244', 'Can change roll-out plan', '62', 'change_rolloutplan'),
('245', 'Can delete roll-out plan', '62', 'delete_rolloutplan'),
('246', 'Can view roll-out plan', '62', 'view_rolloutplan'),
('247', 'Can add answer', '63', 'add_sheetanswer'),
('248', 'Can change answer', '63', 'change_sheetanswer'),
('249', 'Can delete answer', '63', 'delete_sheetanswer'),
('250', 'Can view answer', '63', 'view_sheetanswer'),
('251', 'Can add assessor of a teach-back', '64', 'add_teachbackassessor'),
('252', 'Can change assessor of a teach-back', '64', 'change_teachbackassessor'),
('253', 'Can delete assessor of a teach-back', '64', 'delete_teachbackassessor'),
('254', 'Can view assessor of a teach-back', '64', 'view_teachbackassessor'),
('255', 'Can add programme', '65', 'add_programme'),
('256', 'Can change programme', '65', 'change_programme'),
('257', 'Can delete programme', '65', 'delete_programme'),
('258', 'Can view programme', '65', 'view_programme'),
('259', 'Can add RASR workshop', '66', 'add_regionalworkshop'),
('260', 'Can change RASR workshop', '66', 'change_regionalworkshop'),
('261', 'Can delete RASR workshop', '66', 'delete_regionalworkshop'),
('262', 'Can view RASR workshop', '66', 'view_regionalworkshop'),
('263', 'Can add target', '67', 'add_target'),
('264', 'Can change target', '67', 'change_target'),
('265', 'Can delete target', '67', 'delete_target'),
('266', 'Can view target', '67', 'view_target'),
('267', 'Can add share of a target', '68', 'add_targetshare'),
('268', 'Can change share of a target', '68', 'change_targetshare'),
('269', 'Can delete share of a target', '68', 'delete_targetshare'),
('270', 'Can view share of a target', '68', 'view_targetshare'),
('271', 'Can add training', '69', 'add_training'),
('272', 'Can change training', '69', 'change_training'),
('273', 'Can delete training', '69', 'delete_training'),
('274', 'Can view training', '69', 'view_training'),
('275', 'Can add session', '70', 'add_session'),
('276', 'Can change session', '70', 'change_session'),
('277', 'Can delete session', '70', 'delete_session'),
('278', 'Can view session', '70', 'view_session'),
('279', 'Can add head count', '71', 'add_headcount'),
('280', 'Can change head count', '71', 'change_headcount'),
('281', 'Can delete head count', '71', 'delete_headcount'),
('282', 'Can view head count', '71', 'view_headcount'),
('283', 'Can add enrolment', '72', 'add_enrolment'),
('284', 'Can change enrolment', '72', 'change_enrolment'),
('285', 'Can delete enrolment', '72', 'delete_enrolment'),
('286', 'Can view enrolment', '72', 'view_enrolment'),
('287', 'Can add trainer of a training', '73', 'add_deliverer'),
('288', 'Can change trainer of a training', '73', 'change_deliverer'),
('289', 'Can delete trainer of a training', '73', 'delete_deliverer'),
('290', 'Can view trainer of a training', '73', 'view_deliverer'),
('291', 'Can add decision about a training', '74', 'add_decision'),
('292', 'Can change decision about a training', '74', 'change_decision'),
('293', 'Can delete decision about a training', '74', 'delete_decision'),
('294', 'Can view decision about a training', '74', 'view_decision'),
('295', 'Can add completion', '75', 'add_completion'),
('296', 'Can change completion', '75', 'change_completion'),
('297', 'Can delete completion', '75', 'delete_completion'),
('298', 'Can view completion', '75', 'view_completion'),
('299', 'Can add attendance', '76', 'add_attendance'),
('300', 'Can change attendance', '76', 'change_attendance'),
('301', 'Can delete attendance', '76', 'delete_attendance'),
('302', 'Can view attendance', '76', 'view_attendance'),
('303', 'Can add module of a session', '77', 'add_sessionmodule'),
('304', 'Can change module of a session', '77', 'change_sessionmodule'),
('305', 'Can delete module of a session', '77', 'delete_sessionmodule'),
('306', 'Can view module of a session', '77', 'view_sessionmodule'),
('307', 'Can add facilitator of an item', '78', 'add_agendafacilitator'),
('308', 'Can change facilitator of an item', '78', 'change_agendafacilitator'),
('309', 'Can delete facilitator of an item', '78', 'delete_agendafacilitator'),
('310', 'Can view facilitator of an item', '78', 'view_agendafacilitator'),
('311', 'Can add item of the agenda', '79', 'add_agendaitem'),
('312', 'Can change item of the agenda', '79', 'change_agendaitem'),
('313', 'Can delete item of the agenda', '79', 'delete_agendaitem'),
('314', 'Can view item of the agenda', '79', 'view_agendaitem'),
('315', 'Can add account', '80', 'add_user'),
('316', 'Can change account', '80', 'change_user'),
('317', 'Can delete account', '80', 'delete_user'),
('318', 'Can view account', '80', 'view_user'),
('319', 'Can add person', '81', 'add_person'),
('320', 'Can change person', '81', 'change_person'),
('321', 'Can delete person', '81', 'delete_person'),
('322', 'Can view person', '81', 'view_person'),
('323', 'Can add role', '82', 'add_role'),
('324', 'Can change role', '82', 'change_role'),
('325', 'Can delete role', '82', 'delete_role'),
('326', 'Can view role', '82', 'view_role'),
('327', 'Can add jurisdiction', '83', 'add_jurisdiction'),
('328', 'Can change jurisdiction', '83', 'change_jurisdiction'),
('329', 'Can delete jurisdiction', '83', 'delete_jurisdiction'),
('330', 'Can view jurisdiction', '83', 'view_jurisdiction'),
('331', 'Can add institution', '84', 'add_institution'),
('332', 'Can change institution', '84', 'change_institution'),
('333', 'Can delete institution', '84', 'delete_institution'),
('334', 'Can view institution', '84', 'view_institution'),
('335', 'Can add facility', '85', 'add_facility'),
('336', 'Can change facility', '85', 'change_facility'),
('337', 'Can delete facility', '85', 'delete_facility'),
('338', 'Can view facility', '85', 'view_facility'),
('339', 'Can add target population', '86', 'add_targetpopulation'),
('340', 'Can change target population', '86', 'change_targetpopulation'),
('341', 'Can delete target population', '86', 'delete_targetpopulation'),
('342', 'Can view target population', '86', 'view_targetpopulation'),
('343', 'Can add unit', '87', 'add_unit'),
('344', 'Can change unit', '87', 'change_unit'),
('345', 'Can delete unit', '87', 'delete_unit'),
('346', 'Can view unit', '87', 'view_unit'),
('347', 'Can add workbook received', '88', 'add_draft'),
('348', 'Can change workbook received', '88', 'change_draft'),
('349', 'Can delete workbook received', '88', 'delete_draft'),
('350', 'Can view workbook received', '88', 'view_draft'),
('351', 'Can add checkpoint of the trail', '89', 'add_checkpoint'),
('352', 'Can change checkpoint of the trail', '89', 'change_checkpoint'),
('353', 'Can delete checkpoint of the trail', '89', 'delete_checkpoint'),
('354', 'Can view checkpoint of the trail', '89', 'view_checkpoint'),
('355', 'Can add audit entry', '90', 'add_entry'),
('356', 'Can change audit entry', '90', 'change_entry'),
('357', 'Can delete audit entry', '90', 'delete_entry'),
('358', 'Can view audit entry', '90', 'view_entry'),
('359', 'Can add curriculum', '91', 'add_curriculum'),
('360', 'Can change curriculum', '91', 'change_curriculum'),
('361', 'Can delete curriculum', '91', 'delete_curriculum'),
('362', 'Can view curriculum', '91', 'view_curriculum'),
('363', 'Read what trainees may read', '91', 'read_trainee_material'),
('364', 'Read what trainers may read', '91', 'read_trainer_material'),
('365', 'Publish an edition', '91', 'publish_edition'),
('366', 'Can add library', '92', 'add_librarypage'),
('367', 'Can change library', '92', 'change_librarypage'),
('368', 'Can delete library', '92', 'delete_librarypage'),
('369', 'Can view library', '92', 'view_librarypage'),
('370', 'Can add curriculum page', '93', 'add_curriculumpage'),
('371', 'Can change curriculum page', '93', 'change_curriculumpage'),
('372', 'Can delete curriculum page', '93', 'delete_curriculumpage'),
('373', 'Can view curriculum page', '93', 'view_curriculumpage'),
('374', 'Can add edition', '94', 'add_edition'),
('375', 'Can change edition', '94', 'change_edition'),
('376', 'Can delete edition', '94', 'delete_edition'),
('377', 'Can view edition', '94', 'view_edition'),
('378', 'Can add module of an edition', '95', 'add_editionmodule'),
('379', 'Can change module of an edition', '95', 'change_editionmodule'),
('380', 'Can delete module of an edition', '95', 'delete_editionmodule'),
('381', 'Can view module of an edition', '95', 'view_editionmodule'),
('382', 'Can add file of an edition', '96', 'add_editionfile'),
('383', 'Can change file of an edition', '96', 'change_editionfile'),
('384', 'Can delete file of an edition', '96', 'delete_editionfile'),
('385', 'Can view file of an edition', '96', 'view_editionfile'),
('386', 'Can add module', '97', 'add_module'),
('387', 'Can change module', '97', 'change_module'),
('388', 'Can delete module', '97', 'delete_module'),
('389', 'Can view module', '97', 'view_module'),
('390', 'Can add material', '98', 'add_material'),
('391', 'Can change material', '98', 'change_material'),
('392', 'Can delete material', '98', 'delete_material'),
('393', 'Can view material', '98', 'view_material'),
('394', 'Can add download', '99', 'add_download'),
('395', 'Can change download', '99', 'change_download'),
('396', 'Can delete download', '99', 'delete_download'),
('397', 'Can view download', '99', 'view_download'),
('398', 'Read the download register', '99', 'read_download_register'),
('399', 'Can add module page', '100', 'add_modulepage'),
('400', 'Can change module page', '100', 'change_modulepage'),
('401', 'Can delete module page', '100', 'delete_modulepage'),
('402', 'Can view module page', '100', 'view_modulepage'),
('403', 'Can add blueprint of the test', '101', 'add_blueprint'),
('404', 'Can change blueprint of the test', '101', 'change_blueprint'),
('405', 'Can delete blueprint of the test', '101', 'delete_blueprint'),
('406', 'Can view blueprint of the test', '101', 'view_blueprint'),
('407', 'Can add test item', '102', 'add_item'),
('408', 'Can change test item', '102', 'change_item'),
('409', 'Can delete test item', '102', 'delete_item'),
('410', 'Can view test item', '102', 'view_item'),
('411', 'Can add test item of an edition', '103', 'add_editionitem'),
('412', 'Can change test item of an edition', '103', 'change_editionitem'),
('413', 'Can delete test item of an edition', '103', 'delete_editionitem'),
('414', 'Can view test item of an edition', '103', 'view_editionitem'),
('415', 'Can add reading position', '104', 'add_readingplace'),
('416', 'Can change reading position', '104', 'change_readingplace'),
('417', 'Can delete reading position', '104', 'delete_readingplace'),
('418', 'Can view reading position', '104', 'view_readingplace'),
('419', 'Can add words to search', '105', 'add_searchtext'),
('420', 'Can change words to search', '105', 'change_searchtext'),
('421', 'Can delete words to search', '105', 'delete_searchtext'),
('422', 'Can view words to search', '105', 'view_searchtext'),
('423', 'Can add approval by a second person', '106', 'add_secondpersontask'),
('424', 'Can change approval by a second person', '106', 'change_secondpersontask'),
('425', 'Can delete approval by a second person', '106', 'delete_secondpersontask'),
('426', 'Can view approval by a second person', '106', 'view_secondpersontask'),
('427', 'Can add review of a translation', '107', 'add_translationreview'),
('428', 'Can change review of a translation', '107', 'change_translationreview'),
('429', 'Can delete review of a translation', '107', 'delete_translationreview'),
('430', 'Can view review of a translation', '107', 'view_translationreview'),
('431', 'Can add change of a module', '108', 'add_changenote'),
('432', 'Can change change of a module', '108', 'change_changenote'),
('433', 'Can delete change of a module', '108', 'delete_changenote'),
('434', 'Can view change of a module', '108', 'view_changenote'),
('435', 'Can add change of an edition', '109', 'add_editionchange'),
('436', 'Can change change of an edition', '109', 'change_editionchange'),
('437', 'Can delete change of an edition', '109', 'delete_editionchange'),
('438', 'Can view change of an edition', '109', 'view_editionchange'),
('439', 'Can add form of the test', '110', 'add_editionform'),
('440', 'Can change form of the test', '110', 'change_editionform'),
('441', 'Can delete form of the test', '110', 'delete_editionform'),
('442', 'Can view form of the test', '110', 'view_editionform'),
('443', 'Can add translation in an edition', '111', 'add_editiontext'),
('444', 'Can change translation in an edition', '111', 'change_editiontext'),
('445', 'Can delete translation in an edition', '111', 'delete_editiontext'),
('446', 'Can view translation in an edition', '111', 'view_editiontext'),
('447', 'Can add string', '112', 'add_string'),
('448', 'Can change string', '112', 'change_string'),
('449', 'Can delete string', '112', 'delete_string'),
('450', 'Can view string', '112', 'view_string'),
('451', 'Can add template', '113', 'add_template'),
('452', 'Can change template', '113', 'change_template'),
('453', 'Can delete template', '113', 'delete_template'),
('454', 'Can view template', '113', 'view_template'),
('455', 'Can add translatable object', '114', 'add_translatableobject'),
('456', 'Can change translatable object', '114', 'change_translatableobject'),
('457', 'Can delete translatable object', '114', 'delete_translatableobject'),
('458', 'Can view translatable object', '114', 'view_translatableobject'),
('459', 'Can add translation source', '115', 'add_translationsource'),
('460', 'Can change translation source', '115', 'change_translationsource'),
('461', 'Can delete translation source', '115', 'delete_translationsource'),
('462', 'Can view translation source', '115', 'view_translationsource'),
('463', 'Can add translation log', '116', 'add_translationlog'),
('464', 'Can change translation log', '116', 'change_translationlog'),
('465', 'Can delete translation log', '116', 'delete_translationlog'),
('466', 'Can view translation log', '116', 'view_translationlog'),
('467', 'Can add translation context', '117', 'add_translationcontext'),
('468', 'Can change translation context', '117', 'change_translationcontext'),
('469', 'Can delete translation context', '117', 'delete_translationcontext'),
('470', 'Can view translation context', '117', 'view_translationcontext'),
('471', 'Can add template segment', '118', 'add_templatesegment'),
('472', 'Can change template segment', '118', 'change_templatesegment'),
('473', 'Can delete template segment', '118', 'delete_templatesegment'),
('474', 'Can view template segment', '118', 'view_templatesegment'),
('475', 'Can add string segment', '119', 'add_stringsegment'),
('476', 'Can change string segment', '119', 'change_stringsegment'),
('477', 'Can delete string segment', '119', 'delete_stringsegment'),
('478', 'Can view string segment', '119', 'view_stringsegment'),
('479', 'Can add related object segment', '120', 'add_relatedobjectsegment'),
('480', 'Can change related object segment', '120', 'change_relatedobjectsegment'),
('481', 'Can delete related object segment', '120', 'delete_relatedobjectsegment'),
('482', 'Can view related object segment', '120', 'view_relatedobjectsegment'),
('483', 'Can add string translation', '121', 'add_stringtranslation'),
('484', 'Can change string translation', '121', 'change_stringtranslation'),
('485', 'Can delete string translation', '121', 'delete_stringtranslation'),
('486', 'Can view string translation', '121', 'view_stringtranslation'),
('487', 'Can add translation', '26', 'add_translation'),
('488', 'Can change translation', '26', 'change_translation'),
('489', 'Can delete translation', '26', 'delete_translation'),
('490', 'Can view translation', '26', 'view_translation'),
('491', 'Can add overridable segment', '122', 'add_overridablesegment'),
('492', 'Can change overridable segment', '122', 'change_overridablesegment'),
('493', 'Can delete overridable segment', '122', 'delete_overridablesegment'),
('494', 'Can view overridable segment', '122', 'view_overridablesegment'),
('495', 'Can add segment override', '123', 'add_segmentoverride'),
('496', 'Can change segment override', '123', 'change_segmentoverride'),
('497', 'Can delete segment override', '123', 'delete_segmentoverride'),
('498', 'Can view segment override', '123', 'view_segmentoverride'),
('499', 'Can add locale synchronization', '124', 'add_localesynchronization'),
('500', 'Can change locale synchronization', '124', 'change_localesynchronization'),
('501', 'Can delete locale synchronization', '124', 'delete_localesynchronization'),
('502', 'Can view locale synchronization', '124', 'view_localesynchronization'),
('503', 'Can add embed', '125', 'add_embed'),
('504', 'Can change embed', '125', 'change_embed'),
('505', 'Can delete embed', '125', 'delete_embed'),
('506', 'Can view embed', '125', 'view_embed'),
('507', 'Can add user profile', '126', 'add_userprofile'),
('508', 'Can change user profile', '126', 'change_userprofile'),
('509', 'Can delete user profile', '126', 'delete_userprofile'),
('510', 'Can view user profile', '126', 'view_userprofile'),
('511', 'Can view document', '28', 'view_document'),
('512', 'Can view image', '29', 'view_image'),
('513', 'Can add rendition', '127', 'add_rendition'),
('514', 'Can change rendition', '127', 'change_rendition'),
('515', 'Can delete rendition', '127', 'delete_rendition'),
('516', 'Can view rendition', '127', 'view_rendition'),
('517', 'Can add index entry', '128', 'add_indexentry'),
('518', 'Can change index entry', '128', 'change_indexentry'),
('519', 'Can delete index entry', '128', 'delete_indexentry'),
('520', 'Can view index entry', '128', 'view_indexentry'),
('521', 'Can add editing session', '129', 'add_editingsession'),
('522', 'Can change editing session', '129', 'change_editingsession'),
('523', 'Can delete editing session', '129', 'delete_editingsession'),
('524', 'Can view editing session', '129', 'view_editingsession'),
('525', 'Can add form state', '130', 'add_formstate'),
('526', 'Can change form state', '130', 'change_formstate'),
('527', 'Can delete form state', '130', 'delete_formstate'),
('528', 'Can view form state', '130', 'view_formstate'),
('529', 'Can add tag', '131', 'add_tag'),
('530', 'Can change tag', '131', 'change_tag'),
('531', 'Can delete tag', '131', 'delete_tag'),
('532', 'Can view tag', '131', 'view_tag'),
('533', 'Can add tagged item', '132', 'add_taggeditem'),
('534', 'Can change tagged item', '132', 'change_taggeditem'),
('535', 'Can delete tagged item', '132', 'delete_taggeditem'),
('536', 'Can view tagged item', '132', 'view_taggeditem'),
('537', 'Can add email address', '133', 'add_emailaddress'),
('538', 'Can change email address', '133', 'change_emailaddress'),
('539', 'Can delete email address', '133', 'delete_emailaddress'),
('540', 'Can view email address', '133', 'view_emailaddress'),
('541', 'Can add email confirmation', '134', 'add_emailconfirmation'),
('542', 'Can change email confirmation', '134', 'change_emailconfirmation'),
('543', 'Can delete email confirmation', '134', 'delete_emailconfirmation'),
('544', 'Can view email confirmation', '134', 'view_emailconfirmation'),
('545', 'Can add authenticator', '135', 'add_authenticator'),
('546', 'Can change authenticator', '135', 'change_authenticator'),
('547', 'Can delete authenticator', '135', 'delete_authenticator'),
('548', 'Can view authenticator', '135', 'view_authenticator'),
('549', 'Can add Task Result', '136', 'add_dbtaskresult'),
('550', 'Can change Task Result', '136', 'change_dbtaskresult'),
('551', 'Can delete Task Result', '136', 'delete_dbtaskresult'),
('552', 'Can view Task Result', '136', 'view_dbtaskresult'),
('553', 'Can add permission', '137', 'add_permission'),
('554', 'Can change permission', '137', 'change_permission'),
('555', 'Can delete permission', '137', 'delete_permission'),
('556', 'Can view permission', '137', 'view_permission'),
('557', 'Can add group', '138', 'add_group'),
('558', 'Can change group', '138', 'change_group'),
('559', 'Can delete group', '138', 'delete_group'),
('560', 'Can view group', '138', 'view_group'),
('561', 'Can add content type', '139', 'add_contenttype'),
('562', 'Can change content type', '139', 'change_contenttype'),
('563', 'Can delete content type', '139', 'delete_contenttype'),
('564', 'Can view content type', '139', 'view_contenttype'),
('565', 'Can add session', '140', 'add_session'),
('566', 'Can change session', '140', 'change_session'),
('567', 'Can delete session', '140', 'delete_session'),
('568', 'Can view session', '140', 'view_session');
--
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES
('1', 'wagtailcore', 'page'),
('2', 'wagtailcore', 'groupapprovaltask'),
('3', 'wagtailcore', 'locale'),
('4', 'wagtailcore', 'site'),
('5', 'wagtailcore', 'groupsitepermission'),
('6', 'wagtailcore', 'modellogentry'),
('7', 'wagtailcore', 'revision'),
('8', 'wagtailcore', 'collectionviewrestriction'),
('9', 'wagtailcore', 'collection'),
('10', 'wagtailcore', 'groupcollectionpermission'),
('11', 'wagtailcore', 'uploadedfile'),
('12', 'wagtailcore', 'workflowcontenttype'),
('13', 'wagtailcore', 'workflowstate'),
('14', 'wagtailcore', 'workflow'),
('15', 'wagtailcore', 'workflowtask'),
('16', 'wagtailcore', 'task'),
('17', 'wagtailcore', 'taskstate'),
('18', 'wagtailcore', 'grouppagepermission'),
('19', 'wagtailcore', 'pageviewrestriction'),
('20', 'wagtailcore', 'workflowpage'),
('21', 'wagtailcore', 'pagelogentry'),
('22', 'wagtailcore', 'comment'),
('23', 'wagtailcore', 'commentreply'),
('24', 'wagtailcore', 'pagesubscription'),
('25', 'wagtailcore', 'referenceindex'),
('26', 'wagtail_localize', 'translation'),
('27', 'wagtailadmin', 'admin'),
('28', 'wagtaildocs', 'document'),
('29', 'wagtailimages', 'image'),
('30', 'monitoring', 'reportingperiod'),
('31', 'monitoring', 'snapshot'),
('32', 'pool', 'reminder'),
('33', 'cascade', 'deliveryexception'),
('34', 'cohorts', 'cohort'),
('35', 'cohorts', 'nomination'),
('36', 'cohorts', 'call'),
('37', 'cohorts', 'calldocument'),
('38', 'cohorts', 'selection'),
('39', 'cohorts', 'criterion'),
('40', 'cohorts', 'letter'),
('41', 'cohorts', 'nominationversion'),
('42', 'cohorts', 'panelmember'),
('43', 'cohorts', 'panelscore'),
('44', 'cohorts', 'seatrule'),
('45', 'certification', 'scheme'),
('46', 'certification', 'decision'),
('47', 'certification', 'certificate'),
('48', 'certification', 'certificateevent'),
('49', 'certification', 'schemeversion'),
('50', 'certification', 'schemerequirement'),
('51', 'certification', 'batchrow'),
('52', 'certification', 'issuebatch'),
('53', 'certification', 'logentry'),
('54', 'certification', 'standingrequest'),
('55', 'assessments', 'teachback'),
('56', 'assessments', 'teachbackscore'),
('57', 'assessments', 'testresult'),
('58', 'assessments', 'answersheet'),
('59', 'assessments', 'commitment'),
('60', 'assessments', 'phonetest'),
('61', 'assessments', 'recusal'),
('62', 'assessments', 'rolloutplan'),
('63', 'assessments', 'sheetanswer'),
('64', 'assessments', 'teachbackassessor'),
('65', 'programme', 'programme'),
('66', 'programme', 'regionalworkshop'),
('67', 'programme', 'target'),
('68', 'programme', 'targetshare'),
('69', 'trainings', 'training'),
('70', 'trainings', 'session'),
('71', 'trainings', 'headcount'),
('72', 'trainings', 'enrolment'),
('73', 'trainings', 'deliverer'),
('74', 'trainings', 'decision'),
('75', 'trainings', 'completion'),
('76', 'trainings', 'attendance'),
('77', 'trainings', 'sessionmodule'),
('78', 'trainings', 'agendafacilitator'),
('79', 'trainings', 'agendaitem'),
('80', 'people', 'user'),
('81', 'people', 'person'),
('82', 'people', 'role'),
('83', 'institutions', 'jurisdiction'),
('84', 'institutions', 'institution'),
('85', 'institutions', 'facility'),
('86', 'institutions', 'targetpopulation'),
('87', 'institutions', 'unit'),
('88', 'intake', 'draft'),
('89', 'audit', 'checkpoint'),
('90', 'audit', 'entry'),
('91', 'curricula', 'curriculum'),
('92', 'curricula', 'librarypage'),
('93', 'curricula', 'curriculumpage'),
('94', 'curricula', 'edition'),
('95', 'curricula', 'editionmodule'),
('96', 'curricula', 'editionfile'),
('97', 'curricula', 'module'),
('98', 'curricula', 'material'),
('99', 'curricula', 'download'),
('100', 'curricula', 'modulepage'),
('101', 'curricula', 'blueprint'),
('102', 'curricula', 'item'),
('103', 'curricula', 'editionitem'),
('104', 'curricula', 'readingplace'),
('105', 'curricula', 'searchtext'),
('106', 'curricula', 'secondpersontask'),
('107', 'curricula', 'translationreview'),
('108', 'curricula', 'changenote'),
('109', 'curricula', 'editionchange'),
('110', 'curricula', 'editionform'),
('111', 'curricula', 'editiontext'),
('112', 'wagtail_localize', 'string'),
('113', 'wagtail_localize', 'template'),
('114', 'wagtail_localize', 'translatableobject'),
('115', 'wagtail_localize', 'translationsource'),
('116', 'wagtail_localize', 'translationlog'),
('117', 'wagtail_localize', 'translationcontext'),
('118', 'wagtail_localize', 'templatesegment'),
('119', 'wagtail_localize', 'stringsegment'),
('120', 'wagtail_localize', 'relatedobjectsegment'),
('121', 'wagtail_localize', 'stringtranslation'),
('122', 'wagtail_localize', 'overridablesegment'),
('123', 'wagtail_localize', 'segmentoverride'),
('124', 'wagtail_localize', 'localesynchronization'),
('125', 'wagtailembeds', 'embed'),
('126', 'wagtailusers', 'userprofile'),
('127', 'wagtailimages', 'rendition'),
('128', 'wagtailsearch', 'indexentry'),
('129', 'wagtailadmin', 'editingsession'),
('130', 'wagtailadmin', 'formstate'),
('131', 'taggit', 'tag'),
('132', 'taggit', 'taggeditem'),
('133', 'account', 'emailaddress'),
('134', 'account', 'emailconfirmation'),
('135', 'mfa', 'authenticator'),
('136', 'django_tasks_database', 'dbtaskresult'),
('137', 'auth', 'permission'),
('138', 'auth', 'group'),
('139', 'contenttypes', 'contenttype'),
('140', 'sessions', 'session');
--
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES
('1', 'institutions', '0001_initial', CURRENT_TIMESTAMP),
('2', 'contenttypes', '0001_initial', CURRENT_TIMESTAMP),
('3', 'contenttypes', '0002_remove_content_type_name', CURRENT_TIMESTAMP),
('4', 'auth', '0001_initial', CURRENT_TIMESTAMP),
('5', 'auth', '0002_alter_permission_name_max_length', CURRENT_TIMESTAMP),
('6', 'auth', '0003_alter_user_email_max_length', CURRENT_TIMESTAMP),
('7', 'auth', '0004_alter_user_username_opts', CURRENT_TIMESTAMP),
('8', 'auth', '0005_alter_user_last_login_null', CURRENT_TIMESTAMP),
('9', 'auth', '0006_require_contenttypes_0002', CURRENT_TIMESTAMP),
('10', 'auth', '0007_alter_validators_add_error_messages', CURRENT_TIMESTAMP),
('11', 'auth', '0008_alter_user_username_max_length', CURRENT_TIMESTAMP),
('12', 'auth', '0009_alter_user_last_name_max_length', CURRENT_TIMESTAMP),
('13', 'auth', '0010_alter_group_name_max_length', CURRENT_TIMESTAMP),
('14', 'auth', '0011_update_proxy_permissions', CURRENT_TIMESTAMP),
('15', 'auth', '0012_alter_user_first_name_max_length', CURRENT_TIMESTAMP),
('16', 'people', '0001_initial', CURRENT_TIMESTAMP),
('17', 'account', '0001_initial', CURRENT_TIMESTAMP),
('18', 'account', '0002_email_max_length', CURRENT_TIMESTAMP),
('19', 'account', '0003_alter_emailaddress_create_unique_verified_email', CURRENT_TIMESTAMP),
('20', 'account', '0004_alter_emailaddress_drop_unique_email', CURRENT_TIMESTAMP),
('21', 'account', '0005_emailaddress_idx_upper_email', CURRENT_TIMESTAMP),
('22', 'account', '0006_emailaddress_lower', CURRENT_TIMESTAMP),
('23', 'account', '0007_emailaddress_idx_email', CURRENT_TIMESTAMP),
('24', 'account', '0008_emailaddress_unique_primary_email_fixup', CURRENT_TIMESTAMP),
('25', 'account', '0009_emailaddress_unique_primary_email', CURRENT_TIMESTAMP),
('26', 'wagtailcore', '0001_initial', CURRENT_TIMESTAMP),
('27', 'wagtailcore', '0002_initial_data', CURRENT_TIMESTAMP),
('28', 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', CURRENT_TIMESTAMP),
('29', 'wagtailcore', '0004_page_locked', CURRENT_TIMESTAMP),
('30', 'wagtailcore', '0005_add_page_lock_permission_to_moderators', CURRENT_TIMESTAMP),
('31', 'wagtailcore', '0006_add_lock_page_permission', CURRENT_TIMESTAMP),
('32', 'wagtailcore', '0007_page_latest_revision_created_at', CURRENT_TIMESTAMP),
('33', 'wagtailcore', '0008_populate_latest_revision_created_at', CURRENT_TIMESTAMP),
('34', 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', CURRENT_TIMESTAMP),
('35', 'wagtailcore', '0010_change_page_owner_to_null_on_delete', CURRENT_TIMESTAMP),
('36', 'wagtailcore', '0011_page_first_published_at', CURRENT_TIMESTAMP),
('37', 'wagtailcore', '0012_extend_page_slug_field', CURRENT_TIMESTAMP),
('38', 'wagtailcore', '0013_update_golive_expire_help_text', CURRENT_TIMESTAMP),
('39', 'wagtailcore', '0014_add_verbose_name', CURRENT_TIMESTAMP),
('40', 'wagtailcore', '0015_add_more_verbose_names', CURRENT_TIMESTAMP),
('41', 'wagtailcore', '0016_change_page_url_path_to_text_field', CURRENT_TIMESTAMP),
('42', 'wagtailcore', '0017_change_edit_page_permission_description', CURRENT_TIMESTAMP),
('43', 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', CURRENT_TIMESTAMP),
('44', 'wagtailcore', '0019_verbose_names_cleanup', CURRENT_TIMESTAMP),
('45', 'wagtailcore', '0020_add_index_on_page_first_published_at', CURRENT_TIMESTAMP),
('46', 'wagtailcore', '0021_capitalizeverbose', CURRENT_TIMESTAMP),
('47', 'wagtailcore', '0022_add_site_name', CURRENT_TIMESTAMP),
('48', 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', CURRENT_TIMESTAMP),
('49', 'wagtailcore', '0024_collection', CURRENT_TIMESTAMP),
('50', 'wagtailcore', '0025_collection_initial_data', CURRENT_TIMESTAMP),
('51', 'wagtailcore', '0026_group_collection_permission', CURRENT_TIMESTAMP),
('52', 'wagtailcore', '0027_fix_collection_path_collation', CURRENT_TIMESTAMP),
('53', 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', CURRENT_TIMESTAMP),
('54', 'wagtailcore', '0028_merge', CURRENT_TIMESTAMP),
('55', 'wagtailcore', '0029_unicode_slugfield_dj19', CURRENT_TIMESTAMP),
('56', 'wagtailcore', '0030_index_on_pagerevision_created_at', CURRENT_TIMESTAMP),
('57', 'wagtailcore', '0031_add_page_view_restriction_types', CURRENT_TIMESTAMP),
('58', 'wagtailcore', '0032_add_bulk_delete_page_permission', CURRENT_TIMESTAMP),
('59', 'wagtailcore', '0033_remove_golive_expiry_help_text', CURRENT_TIMESTAMP),
('60', 'wagtailcore', '0034_page_live_revision', CURRENT_TIMESTAMP),
('61', 'wagtailcore', '0035_page_last_published_at', CURRENT_TIMESTAMP),
('62', 'wagtailcore', '0036_populate_page_last_published_at', CURRENT_TIMESTAMP),
('63', 'wagtailcore', '0037_set_page_owner_editable', CURRENT_TIMESTAMP),
('64', 'wagtailcore', '0038_make_first_published_at_editable', CURRENT_TIMESTAMP),
('65', 'wagtailcore', '0039_collectionviewrestriction', CURRENT_TIMESTAMP),
('66', 'wagtailcore', '0040_page_draft_title', CURRENT_TIMESTAMP),
('67', 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', CURRENT_TIMESTAMP),
('68', 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', CURRENT_TIMESTAMP),
('69', 'wagtailcore', '0043_lock_fields', CURRENT_TIMESTAMP),
('70', 'wagtailcore', '0044_add_unlock_grouppagepermission', CURRENT_TIMESTAMP),
('71', 'wagtailcore', '0045_assign_unlock_grouppagepermission', CURRENT_TIMESTAMP),
('72', 'wagtailcore', '0046_site_name_remove_null', CURRENT_TIMESTAMP),
('73', 'wagtailcore', '0047_add_workflow_models', CURRENT_TIMESTAMP),
('74', 'wagtailcore', '0048_add_default_workflows', CURRENT_TIMESTAMP),
('75', 'wagtailcore', '0049_taskstate_finished_by', CURRENT_TIMESTAMP),
('76', 'wagtailcore', '0050_workflow_rejected_to_needs_changes', CURRENT_TIMESTAMP),
('77', 'wagtailcore', '0051_taskstate_comment', CURRENT_TIMESTAMP),
('78', 'wagtailcore', '0052_pagelogentry', CURRENT_TIMESTAMP),
('79', 'wagtailcore', '0053_locale_model', CURRENT_TIMESTAMP),
('80', 'wagtailcore', '0054_initial_locale', CURRENT_TIMESTAMP),
('81', 'wagtailcore', '0055_page_locale_fields', CURRENT_TIMESTAMP),
('82', 'wagtailcore', '0056_page_locale_fields_populate', CURRENT_TIMESTAMP),
('83', 'wagtailcore', '0057_page_locale_fields_notnull', CURRENT_TIMESTAMP),
('84', 'wagtailcore', '0058_page_alias_of', CURRENT_TIMESTAMP),
('85', 'wagtailcore', '0059_apply_collection_ordering', CURRENT_TIMESTAMP),
('86', 'wagtailcore', '0060_fix_workflow_unique_constraint', CURRENT_TIMESTAMP),
('87', 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', CURRENT_TIMESTAMP),
('88', 'wagtailcore', '0062_comment_models_and_pagesubscription', CURRENT_TIMESTAMP),
('89', 'wagtailcore', '0063_modellogentry', CURRENT_TIMESTAMP),
('90', 'wagtailcore', '0064_log_timestamp_indexes', CURRENT_TIMESTAMP),
('91', 'wagtailcore', '0065_log_entry_uuid', CURRENT_TIMESTAMP),
('92', 'wagtailcore', '0066_collection_management_permissions', CURRENT_TIMESTAMP),
('93', 'wagtailcore', '0067_alter_pagerevision_content_json', CURRENT_TIMESTAMP),
('94', 'wagtailcore', '0068_log_entry_empty_object', CURRENT_TIMESTAMP),
('95', 'wagtailcore', '0069_log_entry_jsonfield', CURRENT_TIMESTAMP),
('96', 'wagtail_localize', '0001_initial', CURRENT_TIMESTAMP),
('97', 'wagtailcore', '0070_rename_pagerevision_revision', CURRENT_TIMESTAMP),
('98', 'wagtailcore', '0071_populate_revision_content_type', CURRENT_TIMESTAMP),
('99', 'wagtailcore', '0072_alter_revision_content_type_notnull', CURRENT_TIMESTAMP),
('100', 'wagtailcore', '0073_page_latest_revision', CURRENT_TIMESTAMP),
('101', 'wagtailcore', '0074_revision_object_str', CURRENT_TIMESTAMP),
('102', 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', CURRENT_TIMESTAMP),
('103', 'wagtailcore', '0076_modellogentry_revision', CURRENT_TIMESTAMP),
('104', 'wagtailcore', '0077_alter_revision_user', CURRENT_TIMESTAMP),
('105', 'wagtailcore', '0078_referenceindex', CURRENT_TIMESTAMP),
('106', 'wagtailcore', '0079_rename_taskstate_page_revision', CURRENT_TIMESTAMP),
('107', 'wagtailcore', '0080_generic_workflowstate', CURRENT_TIMESTAMP),
('108', 'wagtailcore', '0081_populate_workflowstate_content_type', CURRENT_TIMESTAMP),
('109', 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', CURRENT_TIMESTAMP),
('110', 'wagtailcore', '0083_workflowcontenttype', CURRENT_TIMESTAMP),
('111', 'wagtailcore', '0084_add_default_page_permissions', CURRENT_TIMESTAMP),
('112', 'wagtailcore', '0085_add_grouppagepermission_permission', CURRENT_TIMESTAMP),
('113', 'wagtailcore', '0086_populate_grouppagepermission_permission', CURRENT_TIMESTAMP),
('114', 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', CURRENT_TIMESTAMP),
('115', 'wagtailcore', '0088_fix_log_entry_json_timestamps', CURRENT_TIMESTAMP),
('116', 'wagtailcore', '0089_log_entry_data_json_null_to_object', CURRENT_TIMESTAMP),
('117', 'wagtailcore', '0090_remove_grouppagepermission_permission_type', CURRENT_TIMESTAMP),
('118', 'wagtailcore', '0091_remove_revision_submitted_for_moderation', CURRENT_TIMESTAMP),
('119', 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', CURRENT_TIMESTAMP),
('120', 'wagtailcore', '0093_uploadedfile', CURRENT_TIMESTAMP),
('121', 'wagtailcore', '0094_alter_page_locale', CURRENT_TIMESTAMP),
('122', 'wagtailcore', '0095_groupsitepermission', CURRENT_TIMESTAMP),
('123', 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', CURRENT_TIMESTAMP),
('124', 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', CURRENT_TIMESTAMP),
('125', 'taggit', '0001_initial', CURRENT_TIMESTAMP),
('126', 'taggit', '0002_auto_20150616_2121', CURRENT_TIMESTAMP),
('127', 'taggit', '0003_taggeditem_add_unique_index', CURRENT_TIMESTAMP),
('128', 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', CURRENT_TIMESTAMP),
('129', 'taggit', '0005_auto_20220424_2025', CURRENT_TIMESTAMP),
('130', 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', CURRENT_TIMESTAMP),
('131', 'curricula', '0001_initial', CURRENT_TIMESTAMP),
('132', 'trainings', '0001_initial', CURRENT_TIMESTAMP),
('133', 'trainings', '0002_languages', CURRENT_TIMESTAMP),
('134', 'curricula', '0002_delivery', CURRENT_TIMESTAMP),
('135', 'assessments', '0001_initial', CURRENT_TIMESTAMP),
('136', 'assessments', '0002_tests_and_plans', CURRENT_TIMESTAMP),
('137', 'audit', '0001_initial', CURRENT_TIMESTAMP),
('138', 'cascade', '0001_initial', CURRENT_TIMESTAMP),
('139', 'certification', '0001_initial', CURRENT_TIMESTAMP),
('140', 'certification', '0002_languages', CURRENT_TIMESTAMP),
('141', 'certification', '0003_schemes', CURRENT_TIMESTAMP),
('142', 'certification', '0004_trust', CURRENT_TIMESTAMP),
('143', 'cohorts', '0001_initial', CURRENT_TIMESTAMP),
('144', 'cohorts', '0002_selection', CURRENT_TIMESTAMP),
('145', 'curricula', '0003_words_folded_as_names_are', CURRENT_TIMESTAMP),
('146', 'django_tasks_database', '0001_initial', CURRENT_TIMESTAMP),
('147', 'django_tasks_database', '0002_alter_dbtaskresult_options', CURRENT_TIMESTAMP),
('148', 'django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', CURRENT_TIMESTAMP),
('149', 'django_tasks_database', '0004_dbtaskresult_started_at', CURRENT_TIMESTAMP),
('150', 'django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', CURRENT_TIMESTAMP),
('151', 'django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', CURRENT_TIMESTAMP),
('152', 'django_tasks_database', '0007_add_separate_results_fields', CURRENT_TIMESTAMP),
('153', 'django_tasks_database', '0008_separate_results_field', CURRENT_TIMESTAMP),
('154', 'django_tasks_database', '0009_remove_results_field', CURRENT_TIMESTAMP),
('155', 'django_tasks_database', '0010_alter_dbtaskresult_status', CURRENT_TIMESTAMP),
('156', 'django_tasks_database', '0011_rename_complete_status', CURRENT_TIMESTAMP),
('157', 'django_tasks_database', '0012_add_separate_exception_fields', CURRENT_TIMESTAMP),
('158', 'django_tasks_database', '0013_separate_exception_fields', CURRENT_TIMESTAMP),
('159', 'django_tasks_database', '0014_remove_dbtaskresult_exception_data', CURRENT_TIMESTAMP),
('160', 'django_tasks_database', '0015_correctly_order_run_after', CURRENT_TIMESTAMP),
('161', 'django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', CURRENT_TIMESTAMP),
('162', 'django_tasks_database', '0017_dbtaskresult_metadata', CURRENT_TIMESTAMP),
('163', 'django_tasks_database', '0018_rename_succeeded_status', CURRENT_TIMESTAMP),
('164', 'django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', CURRENT_TIMESTAMP),
('165', 'django_tasks_database', '0020_update_db_task_result_ordering', CURRENT_TIMESTAMP),
('166', 'django_tasks_database', '0021_conditional_partial_index_ordering', CURRENT_TIMESTAMP),
('167', 'intake', '0001_initial', CURRENT_TIMESTAMP),
('168', 'mfa', '0001_initial', CURRENT_TIMESTAMP),
('169', 'mfa', '0002_authenticator_timestamps', CURRENT_TIMESTAMP),
('170', 'mfa', '0003_authenticator_type_uniq', CURRENT_TIMESTAMP),
('171', 'monitoring', '0001_initial', CURRENT_TIMESTAMP),
('172', 'pool', '0001_initial', CURRENT_TIMESTAMP),
('173', 'programme', '0001_initial', CURRENT_TIMESTAMP),
('174', 'sessions', '0001_initial', CURRENT_TIMESTAMP),
('175', 'trainings', '0003_agenda', CURRENT_TIMESTAMP),
('176', 'wagtail_localize', '0002_translation', CURRENT_TIMESTAMP),
('177', 'wagtail_localize', '0003_delete_translation_sources', CURRENT_TIMESTAMP),
('178', 'wagtail_localize', '0004_one_source_per_objectlocale', CURRENT_TIMESTAMP),
('179', 'wagtail_localize', '0005_remove_translationsource_object', CURRENT_TIMESTAMP),
('180', 'wagtail_localize', '0006_create_submit_translation_permission', CURRENT_TIMESTAMP),
('181', 'wagtail_localize', '0007_stringtranslation_type_and_tool_name', CURRENT_TIMESTAMP),
('182', 'wagtail_localize', '0008_stringtranslation_last_translated_by', CURRENT_TIMESTAMP),
('183', 'wagtail_localize', '0009_stringtranslation_errors', CURRENT_TIMESTAMP),
('184', 'wagtail_localize', '0010_overridablesegment', CURRENT_TIMESTAMP),
('185', 'wagtail_localize', '0011_segmentoverride', CURRENT_TIMESTAMP),
('186', 'wagtail_localize', '0012_localesynchronization', CURRENT_TIMESTAMP),
('187', 'wagtail_localize', '0013_translationsource_schema_version', CURRENT_TIMESTAMP),
('188', 'wagtail_localize', '0014_remove_translation_source_last_updated_at', CURRENT_TIMESTAMP),
('189', 'wagtail_localize', '0015_translationcontext_field_path', CURRENT_TIMESTAMP),
('190', 'wagtail_localize', '0016_rename_page_revision_translationlog_revision', CURRENT_TIMESTAMP),
('191', 'wagtailadmin', '0001_create_admin_access_permissions', CURRENT_TIMESTAMP),
('192', 'wagtailadmin', '0002_admin', CURRENT_TIMESTAMP),
('193', 'wagtailadmin', '0003_admin_managed', CURRENT_TIMESTAMP),
('194', 'wagtailadmin', '0004_editingsession', CURRENT_TIMESTAMP),
('195', 'wagtailadmin', '0005_editingsession_is_editing', CURRENT_TIMESTAMP),
('196', 'wagtailadmin', '0006_formstate', CURRENT_TIMESTAMP),
('197', 'wagtaildocs', '0001_initial', CURRENT_TIMESTAMP),
('198', 'wagtaildocs', '0002_initial_data', CURRENT_TIMESTAMP),
('199', 'wagtaildocs', '0003_add_verbose_names', CURRENT_TIMESTAMP),
('200', 'wagtaildocs', '0004_capitalizeverbose', CURRENT_TIMESTAMP),
('201', 'wagtaildocs', '0005_document_collection', CURRENT_TIMESTAMP),
('202', 'wagtaildocs', '0006_copy_document_permissions_to_collections', CURRENT_TIMESTAMP),
('203', 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', CURRENT_TIMESTAMP),
('204', 'wagtaildocs', '0007_merge', CURRENT_TIMESTAMP),
('205', 'wagtaildocs', '0008_document_file_size', CURRENT_TIMESTAMP),
('206', 'wagtaildocs', '0009_document_verbose_name_plural', CURRENT_TIMESTAMP),
('207', 'wagtaildocs', '0010_document_file_hash', CURRENT_TIMESTAMP),
('208', 'wagtaildocs', '0011_add_choose_permissions', CURRENT_TIMESTAMP),
('209', 'wagtaildocs', '0012_uploadeddocument', CURRENT_TIMESTAMP),
('210', 'wagtaildocs', '0013_delete_uploadeddocument', CURRENT_TIMESTAMP),
('211', 'wagtaildocs', '0014_alter_document_file_size', CURRENT_TIMESTAMP),
('212', 'wagtailembeds', '0001_initial', CURRENT_TIMESTAMP),
('213', 'wagtailembeds', '0002_add_verbose_names', CURRENT_TIMESTAMP),
('214', 'wagtailembeds', '0003_capitalizeverbose', CURRENT_TIMESTAMP),
('215', 'wagtailembeds', '0004_embed_verbose_name_plural', CURRENT_TIMESTAMP),
('216', 'wagtailembeds', '0005_specify_thumbnail_url_max_length', CURRENT_TIMESTAMP),
('217', 'wagtailembeds', '0006_add_embed_hash', CURRENT_TIMESTAMP),
('218', 'wagtailembeds', '0007_populate_hash', CURRENT_TIMESTAMP),
('219', 'wagtailembeds', '0008_allow_long_urls', CURRENT_TIMESTAMP),
('220', 'wagtailembeds', '0009_embed_cache_until', CURRENT_TIMESTAMP),
('221', 'wagtailimages', '0001_initial', CURRENT_TIMESTAMP),
('222', 'wagtailimages', '0002_initial_data', CURRENT_TIMESTAMP),
('223', 'wagtailimages', '0003_fix_focal_point_fields', CURRENT_TIMESTAMP),
('224', 'wagtailimages', '0004_make_focal_point_key_not_nullable', CURRENT_TIMESTAMP),
('225', 'wagtailimages', '0005_make_filter_spec_unique', CURRENT_TIMESTAMP),
('226', 'wagtailimages', '0006_add_verbose_names', CURRENT_TIMESTAMP),
('227', 'wagtailimages', '0007_image_file_size', CURRENT_TIMESTAMP),
('228', 'wagtailimages', '0008_image_created_at_index', CURRENT_TIMESTAMP),
('229', 'wagtailimages', '0009_capitalizeverbose', CURRENT_TIMESTAMP),
('230', 'wagtailimages', '0010_change_on_delete_behaviour', CURRENT_TIMESTAMP),
('231', 'wagtailimages', '0011_image_collection', CURRENT_TIMESTAMP),
('232', 'wagtailimages', '0012_copy_image_permissions_to_collections', CURRENT_TIMESTAMP),
('233', 'wagtailimages', '0013_make_rendition_upload_callable', CURRENT_TIMESTAMP),
('234', 'wagtailimages', '0014_add_filter_spec_field', CURRENT_TIMESTAMP),
('235', 'wagtailimages', '0015_fill_filter_spec_field', CURRENT_TIMESTAMP),
('236', 'wagtailimages', '0016_deprecate_rendition_filter_relation', CURRENT_TIMESTAMP),
('237', 'wagtailimages', '0017_reduce_focal_point_key_max_length', CURRENT_TIMESTAMP),
('238', 'wagtailimages', '0018_remove_rendition_filter', CURRENT_TIMESTAMP),
('239', 'wagtailimages', '0019_delete_filter', CURRENT_TIMESTAMP),
('240', 'wagtailimages', '0020_add-verbose-name', CURRENT_TIMESTAMP),
('241', 'wagtailimages', '0021_image_file_hash', CURRENT_TIMESTAMP),
('242', 'wagtailimages', '0022_uploadedimage', CURRENT_TIMESTAMP),
('243', 'wagtailimages', '0023_add_choose_permissions', CURRENT_TIMESTAMP),
('244', 'wagtailimages', '0024_index_image_file_hash', CURRENT_TIMESTAMP),
('245', 'wagtailimages', '0025_alter_image_file_alter_rendition_file', CURRENT_TIMESTAMP),
('246', 'wagtailimages', '0026_delete_uploadedimage', CURRENT_TIMESTAMP),
('247', 'wagtailimages', '0027_image_description', CURRENT_TIMESTAMP),
('248', 'wagtailsearch', '0001_initial', CURRENT_TIMESTAMP),
('249', 'wagtailsearch', '0002_add_verbose_names', CURRENT_TIMESTAMP),
('250', 'wagtailsearch', '0003_remove_editors_pick', CURRENT_TIMESTAMP),
('251', 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', CURRENT_TIMESTAMP),
('252', 'wagtailsearch', '0005_create_indexentry', CURRENT_TIMESTAMP),
('253', 'wagtailsearch', '0006_customise_indexentry', CURRENT_TIMESTAMP),
('254', 'wagtailsearch', '0007_delete_editorspick', CURRENT_TIMESTAMP),
('255', 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', CURRENT_TIMESTAMP),
('256', 'wagtailsearch', '0009_remove_ngram_autocomplete', CURRENT_TIMESTAMP),
('257', 'wagtailsearch', '0010_add_text_fields', CURRENT_TIMESTAMP),
('258', 'wagtailusers', '0001_initial', CURRENT_TIMESTAMP),
('259', 'wagtailusers', '0002_add_verbose_name_on_userprofile', CURRENT_TIMESTAMP),
('260', 'wagtailusers', '0003_add_verbose_names', CURRENT_TIMESTAMP),
('261', 'wagtailusers', '0004_capitalizeverbose', CURRENT_TIMESTAMP),
('262', 'wagtailusers', '0005_make_related_name_wagtail_specific', CURRENT_TIMESTAMP),
('263', 'wagtailusers', '0006_userprofile_prefered_language', CURRENT_TIMESTAMP),
('264', 'wagtailusers', '0007_userprofile_current_time_zone', CURRENT_TIMESTAMP),
('265', 'wagtailusers', '0008_userprofile_avatar', CURRENT_TIMESTAMP),
('266', 'wagtailusers', '0009_userprofile_verbose_name_plural', CURRENT_TIMESTAMP),
('267', 'wagtailusers', '0010_userprofile_updated_comments_notifications', CURRENT_TIMESTAMP),
('268', 'wagtailusers', '0011_userprofile_dismissibles', CURRENT_TIMESTAMP),
('269', 'wagtailusers', '0012_userprofile_theme', CURRENT_TIMESTAMP),
('270', 'wagtailusers', '0013_userprofile_density', CURRENT_TIMESTAMP),
('271', 'wagtailusers', '0014_userprofile_contrast', CURRENT_TIMESTAMP),
('272', 'wagtailusers', '0015_userprofile_keyboard_shortcuts', CURRENT_TIMESTAMP),
('273', 'wagtailimages', '0001_squashed_0021', CURRENT_TIMESTAMP),
('274', 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', CURRENT_TIMESTAMP);
--
INSERT INTO "wagtailcore_collection" ("id", "path", "depth", "numchild", "name") VALUES
('1', '0001', '1', '0', 'Root');
--
INSERT INTO "wagtailcore_groupapprovaltask" ("task_ptr_id") VALUES
('1');
--
INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES
('1', '1', '1');
--
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES
('1', '1', '1', '107'),
('2', '1', '2', '107'),
('3', '1', '1', '108'),
('4', '1', '2', '108'),
('5', '1', '1', '110'),
('6', '1', '2', '110'),
('7', '1', '1', '111'),
('8', '1', '2', '111'),
('9', '1', '1', '112'),
('10', '1', '2', '112'),
('11', '1', '1', '114'),
('12', '1', '2', '114');
--
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES
('1', '1', '1', '65'),
('2', '1', '1', '66'),
('3', '1', '1', '71'),
('4', '2', '1', '65'),
('5', '2', '1', '66'),
('6', '1', '1', '70'),
('7', '1', '1', '72');
--
INSERT INTO "wagtailcore_locale" ("id", "language_code") VALUES
('1', 'en');
--
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "translation_key", "locale_id", "alias_of_id", "latest_revision_id") VALUES
('1', '0001', '1', '1', 'Root', 'root', 'true', 'false', '/', '', 'false', '', NULL, NULL, 'false', '1', NULL, 'false', NULL, NULL, NULL, NULL, 'Root', NULL, NULL, gen_random_uuid(), '1', NULL, NULL),
('2', '00010001', '2', '0', 'Welcome to your new Wagtail site!', 'home', 'true', 'false', '/home/', '', 'false', '', NULL, NULL, 'false', '1', NULL, 'false', NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, gen_random_uuid(), '1', NULL, NULL);
--
INSERT INTO "wagtailcore_site" ("id", "hostname", "port", "is_default_site", "root_page_id", "site_name") VALUES
('1', 'localhost', '80', 'true', '2', '');
--
INSERT INTO "wagtailcore_task" ("id", "name", "active", "content_type_id") VALUES
('1', 'Moderators approval', 'true', '2');
--
INSERT INTO "wagtailcore_workflow" ("id", "name", "active") VALUES
('1', 'Moderators approval', 'true');
--
INSERT INTO "wagtailcore_workflowpage" ("page_id", "workflow_id") VALUES
('1', '1');
--
INSERT INTO "wagtailcore_workflowtask" ("id", "sort_order", "task_id", "workflow_id") VALUES
('1', '0', '1', '1');
--
SELECT setval('auth_group_id_seq', 2);
--
SELECT setval('auth_group_permissions_id_seq', 20);
--
SELECT setval('auth_permission_id_seq', 568);
--
SELECT setval('django_content_type_id_seq', 140);
--
SELECT setval('django_migrations_id_seq', 274);
--
SELECT setval('wagtailcore_collection_id_seq', 1);
--
SELECT setval('wagtailcore_groupapprovaltask_groups_id_seq', 1);
--
SELECT setval('wagtailcore_groupcollectionpermission_id_seq', 12);
--
SELECT setval('wagtailcore_grouppagepermission_id_seq', 7);
--
SELECT setval('wagtailcore_locale_id_seq', 1);
--
SELECT setval('wagtailcore_page_id_seq', 2);
--
SELECT setval('wagtailcore_site_id_seq', 1);
--
SELECT setval('wagtailcore_task_id_seq', 1);
--
SELECT setval('wagtailcore_workflow_id_seq', 1);
--
SELECT setval('wagtailcore_workflowtask_id_seq', 1);
--
ALTER TABLE account_emailaddress ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
--
ALTER TABLE account_emailconfirmation ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT assessments_answersheet_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_commitment ADD CONSTRAINT assessments_commitment_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetest_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_recusal ADD CONSTRAINT assessments_recusal_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutplan_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_sheetanswer ADD CONSTRAINT assessments_sheetanswer_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_teachback ADD CONSTRAINT assessments_teachback_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_teachbackassessor ADD CONSTRAINT assessments_teachbackassessor_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_pkey PRIMARY KEY (id);
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresult_pkey PRIMARY KEY (id);
--
ALTER TABLE audit_checkpoint ADD CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (id);
--
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);
--
ALTER TABLE auth_group ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
--
ALTER TABLE auth_group_permissions ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
--
ALTER TABLE auth_permission ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
--
ALTER TABLE cascade_deliveryexception ADD CONSTRAINT cascade_deliveryexception_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchrow_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certificate_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_certificateevent ADD CONSTRAINT certification_certificateevent_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decision_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_issuebatch ADD CONSTRAINT certification_issuebatch_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_logentry ADD CONSTRAINT certification_logentry_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_scheme ADD CONSTRAINT certification_scheme_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT certification_schemerequirement_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_schemeversion_pkey PRIMARY KEY (id);
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT certification_standingrequest_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_call ADD CONSTRAINT cohorts_call_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_calldocument ADD CONSTRAINT cohorts_calldocument_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_cohort ADD CONSTRAINT cohorts_cohort_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_criterion ADD CONSTRAINT cohorts_criterion_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_nominationversion ADD CONSTRAINT cohorts_nominationversion_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_panelmember ADD CONSTRAINT cohorts_panelmember_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_panelscore ADD CONSTRAINT cohorts_panelscore_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT cohorts_seatrule_pkey PRIMARY KEY (id);
--
ALTER TABLE cohorts_selection ADD CONSTRAINT cohorts_selection_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_blueprint ADD CONSTRAINT curricula_blueprint_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_changenote ADD CONSTRAINT curricula_changenote_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_curriculum ADD CONSTRAINT curricula_curriculum_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_curriculumpage ADD CONSTRAINT curricula_curriculumpage_pkey PRIMARY KEY (page_ptr_id);
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_edition ADD CONSTRAINT curricula_edition_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_editionchange ADD CONSTRAINT curricula_editionchange_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_editionfile ADD CONSTRAINT curricula_editionfile_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_editionform ADD CONSTRAINT curricula_editionform_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_editionitem ADD CONSTRAINT curricula_editionitem_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_editionmodule ADD CONSTRAINT curricula_editionmodule_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_editiontext ADD CONSTRAINT curricula_editiontext_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_item ADD CONSTRAINT curricula_item_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_librarypage ADD CONSTRAINT curricula_librarypage_pkey PRIMARY KEY (page_ptr_id);
--
ALTER TABLE curricula_material ADD CONSTRAINT curricula_material_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_module ADD CONSTRAINT curricula_module_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_modulepage ADD CONSTRAINT curricula_modulepage_pkey PRIMARY KEY (page_ptr_id);
--
ALTER TABLE curricula_readingplace ADD CONSTRAINT curricula_readingplace_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_searchtext ADD CONSTRAINT curricula_searchtext_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_secondpersontask ADD CONSTRAINT curricula_secondpersontask_pkey PRIMARY KEY (task_ptr_id);
--
ALTER TABLE curricula_secondpersontask_groups ADD CONSTRAINT curricula_secondpersontask_groups_pkey PRIMARY KEY (id);
--
ALTER TABLE curricula_translationreview ADD CONSTRAINT curricula_translationreview_pkey PRIMARY KEY (id);
--
ALTER TABLE django_content_type ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
--
ALTER TABLE django_migrations ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
--
ALTER TABLE django_session ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
--
ALTER TABLE django_tasks_database_dbtaskresult ADD CONSTRAINT django_tasks_database_dbtaskresult_pkey PRIMARY KEY (id);
--
ALTER TABLE institutions_facility ADD CONSTRAINT institutions_facility_pkey PRIMARY KEY (id);
--
ALTER TABLE institutions_institution ADD CONSTRAINT institutions_institution_pkey PRIMARY KEY (id);
--
ALTER TABLE institutions_jurisdiction ADD CONSTRAINT institutions_jurisdiction_pkey PRIMARY KEY (id);
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT institutions_targetpopulation_pkey PRIMARY KEY (id);
--
ALTER TABLE institutions_unit ADD CONSTRAINT institutions_unit_pkey PRIMARY KEY (id);
--
ALTER TABLE intake_draft ADD CONSTRAINT intake_draft_pkey PRIMARY KEY (id);
--
ALTER TABLE mfa_authenticator ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
--
ALTER TABLE monitoring_reportingperiod ADD CONSTRAINT monitoring_reportingperiod_pkey PRIMARY KEY (id);
--
ALTER TABLE monitoring_snapshot ADD CONSTRAINT monitoring_snapshot_pkey PRIMARY KEY (id);
--
ALTER TABLE people_person ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);
--
ALTER TABLE people_role ADD CONSTRAINT people_role_pkey PRIMARY KEY (id);
--
ALTER TABLE people_user ADD CONSTRAINT people_user_pkey PRIMARY KEY (id);
--
ALTER TABLE people_user_groups ADD CONSTRAINT people_user_groups_pkey PRIMARY KEY (id);
--
ALTER TABLE people_user_user_permissions ADD CONSTRAINT people_user_user_permissions_pkey PRIMARY KEY (id);
--
ALTER TABLE pool_reminder ADD CONSTRAINT pool_reminder_pkey PRIMARY KEY (id);
--
ALTER TABLE programme_programme ADD CONSTRAINT programme_programme_pkey PRIMARY KEY (id);
--
ALTER TABLE programme_regionalworkshop ADD CONSTRAINT programme_regionalworkshop_pkey PRIMARY KEY (id);
--
ALTER TABLE programme_target ADD CONSTRAINT programme_target_pkey PRIMARY KEY (id);
--
ALTER TABLE programme_targetshare ADD CONSTRAINT programme_targetshare_pkey PRIMARY KEY (id);
--
ALTER TABLE taggit_tag ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
--
ALTER TABLE taggit_taggeditem ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_agendafacilitator ADD CONSTRAINT trainings_agendafacilitator_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_attendance ADD CONSTRAINT trainings_attendance_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_completion ADD CONSTRAINT trainings_completion_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_decision ADD CONSTRAINT trainings_decision_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_deliverer ADD CONSTRAINT trainings_deliverer_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT trainings_enrolment_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_session ADD CONSTRAINT trainings_session_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_sessionmodule ADD CONSTRAINT trainings_sessionmodule_pkey PRIMARY KEY (id);
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_localesynchronization ADD CONSTRAINT wagtail_localize_localesynchronization_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_overridablesegment ADD CONSTRAINT wagtail_localize_overridablesegment_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_relatedobjectsegment ADD CONSTRAINT wagtail_localize_relatedobjectsegment_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_segmentoverride ADD CONSTRAINT wagtail_localize_segmentoverride_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_string ADD CONSTRAINT wagtail_localize_string_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_stringsegment ADD CONSTRAINT wagtail_localize_stringsegment_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_stringtranslation ADD CONSTRAINT wagtail_localize_stringtranslation_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_template ADD CONSTRAINT wagtail_localize_template_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_templatesegment ADD CONSTRAINT wagtail_localize_templatesegment_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_translatableobject ADD CONSTRAINT wagtail_localize_translatableobject_pkey PRIMARY KEY (translation_key);
--
ALTER TABLE wagtail_localize_translation ADD CONSTRAINT wagtail_localize_translation_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_translationcontext ADD CONSTRAINT wagtail_localize_translationcontext_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_translationlog ADD CONSTRAINT wagtail_localize_translationlog_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtail_localize_translationsource ADD CONSTRAINT wagtail_localize_translationsource_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailadmin_admin ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailadmin_editingsession ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailadmin_formstate ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_collection ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_collectionviewrestriction ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_collectionviewrestriction_groups ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_comment ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_commentreply ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_groupapprovaltask ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
--
ALTER TABLE wagtailcore_groupapprovaltask_groups ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_groupcollectionpermission ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_grouppagepermission ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_groupsitepermission ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_locale ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_modellogentry ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_pagelogentry ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_pagesubscription ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_pageviewrestriction ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_pageviewrestriction_groups ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_referenceindex ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_revision ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_site ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_task ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_taskstate ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_uploadedfile ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_workflow ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_workflowcontenttype ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
--
ALTER TABLE wagtailcore_workflowpage ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailcore_workflowtask ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtaildocs_document ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailembeds_embed ADD CONSTRAINT wagtailembeds_embed_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailimages_rendition ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailsearch_indexentry ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
--
ALTER TABLE wagtailusers_userprofile ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
--
ALTER TABLE account_emailaddress ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
--
ALTER TABLE account_emailconfirmation ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT answer_sheet_once_per_moment UNIQUE (training_id, person_id, moment);
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetest_code_key UNIQUE (code);
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT phone_test_once_per_moment UNIQUE (training_id, moment);
--
ALTER TABLE assessments_recusal ADD CONSTRAINT recused_once_from_person UNIQUE (person_id, assessor_id);
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT rollout_version_once UNIQUE (training_id, person_id, number);
--
ALTER TABLE assessments_sheetanswer ADD CONSTRAINT sheet_answers_item_once UNIQUE (sheet_id, code);
--
ALTER TABLE assessments_teachback ADD CONSTRAINT teach_back_once_per_training UNIQUE (training_id, person_id);
--
ALTER TABLE assessments_teachbackassessor ADD CONSTRAINT teach_back_assessor_once UNIQUE (teach_back_id, assessor_id);
--
ALTER TABLE assessments_teachbackassessor ADD CONSTRAINT teach_back_part_once UNIQUE (teach_back_id, part);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_scored_once_by_each UNIQUE (teach_back_id, assessor_id);
--
ALTER TABLE assessments_testresult ADD CONSTRAINT test_result_once_per_moment UNIQUE (training_id, person_id, moment);
--
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_link_key UNIQUE (link);
--
ALTER TABLE auth_group ADD CONSTRAINT auth_group_name_key UNIQUE (name);
--
ALTER TABLE auth_group_permissions ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
--
ALTER TABLE auth_permission ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchrow_certificate_id_key UNIQUE (certificate_id);
--
ALTER TABLE certification_batchrow ADD CONSTRAINT once_in_a_batch UNIQUE (batch_id, person_id);
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certificate_code_key UNIQUE (code);
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certificate_number_key UNIQUE (number);
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certificate_replaces_id_key UNIQUE (replaces_id);
--
ALTER TABLE certification_certificateevent ADD CONSTRAINT certification_certificateevent_request_id_key UNIQUE (request_id);
--
ALTER TABLE certification_decision ADD CONSTRAINT certificate_followed_once UNIQUE (basis_id, act);
--
ALTER TABLE certification_logentry ADD CONSTRAINT certification_logentry_number_key UNIQUE (number);
--
ALTER TABLE certification_logentry ADD CONSTRAINT certification_logentry_seal_key UNIQUE (seal);
--
ALTER TABLE certification_scheme ADD CONSTRAINT certification_scheme_code_key UNIQUE (code);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT scheme_requirement_once UNIQUE (version_id, aim, kind);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT scheme_version_once UNIQUE (scheme_id, number);
--
ALTER TABLE cohorts_call ADD CONSTRAINT cohorts_call_cohort_id_key UNIQUE (cohort_id);
--
ALTER TABLE cohorts_cohort ADD CONSTRAINT cohorts_cohort_training_id_key UNIQUE (training_id);
--
ALTER TABLE cohorts_criterion ADD CONSTRAINT criterion_once_per_cohort UNIQUE (cohort_id, title);
--
ALTER TABLE cohorts_letter ADD CONSTRAINT letter_number_once_per_cohort UNIQUE (cohort_id, number);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT nomination_once_per_cohort UNIQUE (cohort_id, person_id);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT nomination_reserve_place_once UNIQUE (cohort_id, reserve_place);
--
ALTER TABLE cohorts_nominationversion ADD CONSTRAINT nomination_version_once UNIQUE (nomination_id, number);
--
ALTER TABLE cohorts_panelmember ADD CONSTRAINT panel_member_once UNIQUE (cohort_id, user_id);
--
ALTER TABLE cohorts_panelscore ADD CONSTRAINT panel_score_once UNIQUE (nomination_id, member_id);
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT seat_rule_once_per_institution UNIQUE (cohort_id, institution_id);
--
ALTER TABLE curricula_blueprint ADD CONSTRAINT curricula_blueprint_curriculum_id_key UNIQUE (curriculum_id);
--
ALTER TABLE curricula_curriculum ADD CONSTRAINT curricula_curriculum_code_key UNIQUE (code);
--
ALTER TABLE curricula_edition ADD CONSTRAINT edition_label_once_per_curriculum UNIQUE (curriculum_id, label);
--
ALTER TABLE curricula_editionchange ADD CONSTRAINT edition_changes_module_once UNIQUE (edition_id, module_id);
--
ALTER TABLE curricula_editionform ADD CONSTRAINT edition_has_form_once UNIQUE (edition_id, moment);
--
ALTER TABLE curricula_editionitem ADD CONSTRAINT edition_has_item_once UNIQUE (module_id, item_id);
--
ALTER TABLE curricula_editionmodule ADD CONSTRAINT edition_has_module_once UNIQUE (edition_id, module_id);
--
ALTER TABLE curricula_editiontext ADD CONSTRAINT edition_text_numbered_once UNIQUE (module_id, language, number);
--
ALTER TABLE curricula_item ADD CONSTRAINT item_number_once_per_module UNIQUE (module_id, number);
--
ALTER TABLE curricula_item ADD CONSTRAINT item_said_once_per_module UNIQUE (module_id, sha256);
--
ALTER TABLE curricula_module ADD CONSTRAINT module_code_once_per_curriculum UNIQUE (curriculum_id, code);
--
ALTER TABLE curricula_readingplace ADD CONSTRAINT one_place_per_reader UNIQUE (user_id, curriculum_id);
--
ALTER TABLE curricula_searchtext ADD CONSTRAINT curricula_searchtext_material_id_key UNIQUE (material_id);
--
ALTER TABLE curricula_searchtext ADD CONSTRAINT curricula_searchtext_page_id_key UNIQUE (page_id);
--
ALTER TABLE curricula_secondpersontask_groups ADD CONSTRAINT curricula_secondpersonta_secondpersontask_id_grou_38467f43_uniq UNIQUE (secondpersontask_id, group_id);
--
ALTER TABLE django_content_type ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
--
ALTER TABLE institutions_facility ADD CONSTRAINT institutions_facility_code_key UNIQUE (code);
--
ALTER TABLE institutions_institution ADD CONSTRAINT institution_name_once_per_jurisdiction UNIQUE (jurisdiction_id, name);
--
ALTER TABLE institutions_institution ADD CONSTRAINT institutions_institution_code_key UNIQUE (code);
--
ALTER TABLE institutions_jurisdiction ADD CONSTRAINT institutions_jurisdiction_code_key UNIQUE (code);
--
ALTER TABLE institutions_jurisdiction ADD CONSTRAINT institutions_jurisdiction_name_key UNIQUE (name);
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT target_population_once_per_day UNIQUE (institution_id, job_function, valid_from);
--
ALTER TABLE institutions_unit ADD CONSTRAINT unit_once_per_institution UNIQUE (institution_id, key);
--
ALTER TABLE monitoring_reportingperiod ADD CONSTRAINT monitoring_reportingperiod_label_key UNIQUE (label);
--
ALTER TABLE monitoring_snapshot ADD CONSTRAINT monitoring_snapshot_amends_id_key UNIQUE (amends_id);
--
ALTER TABLE people_person ADD CONSTRAINT people_person_user_id_key UNIQUE (user_id);
--
ALTER TABLE people_user ADD CONSTRAINT people_user_email_key UNIQUE (email);
--
ALTER TABLE people_user_groups ADD CONSTRAINT people_user_groups_user_id_group_id_60378d34_uniq UNIQUE (user_id, group_id);
--
ALTER TABLE people_user_user_permissions ADD CONSTRAINT people_user_user_permiss_user_id_permission_id_a7ac6748_uniq UNIQUE (user_id, permission_id);
--
ALTER TABLE programme_programme ADD CONSTRAINT programme_programme_code_key UNIQUE (code);
--
ALTER TABLE programme_regionalworkshop ADD CONSTRAINT programme_regionalworkshop_number_key UNIQUE (number);
--
ALTER TABLE programme_targetshare ADD CONSTRAINT target_share_once UNIQUE (target_id, jurisdiction_id);
--
ALTER TABLE taggit_tag ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
--
ALTER TABLE taggit_tag ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
--
ALTER TABLE taggit_taggeditem ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
--
ALTER TABLE trainings_agendafacilitator ADD CONSTRAINT agenda_facilitator_once UNIQUE (item_id, person_id);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_uid_key UNIQUE (uid);
--
ALTER TABLE trainings_attendance ADD CONSTRAINT attendance_once_per_session UNIQUE (session_id, enrolment_id);
--
ALTER TABLE trainings_completion ADD CONSTRAINT trainings_completion_enrolment_id_key UNIQUE (enrolment_id);
--
ALTER TABLE trainings_deliverer ADD CONSTRAINT deliverer_once_per_training UNIQUE (training_id, person_id);
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT enrolment_once_per_training UNIQUE (training_id, person_id);
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT enrolment_place_once_per_training UNIQUE (training_id, place);
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_training_id_key UNIQUE (training_id);
--
ALTER TABLE trainings_session ADD CONSTRAINT session_half_day_once UNIQUE (training_id, held_on, half);
--
ALTER TABLE trainings_sessionmodule ADD CONSTRAINT session_module_once UNIQUE (session_id, module_id);
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_enrolment_code_key UNIQUE (enrolment_code);
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_reference_key UNIQUE (reference);
--
ALTER TABLE wagtail_localize_localesynchronization ADD CONSTRAINT wagtail_localize_localesynchronization_locale_id_key UNIQUE (locale_id);
--
ALTER TABLE wagtail_localize_string ADD CONSTRAINT wagtail_localize_string_locale_id_data_hash_bae71852_uniq UNIQUE (locale_id, data_hash);
--
ALTER TABLE wagtail_localize_stringtranslation ADD CONSTRAINT wagtail_localize_stringt_locale_id_translation_of_d2d59359_uniq UNIQUE (locale_id, translation_of_id, context_id);
--
ALTER TABLE wagtail_localize_template ADD CONSTRAINT wagtail_localize_template_uuid_key UNIQUE (uuid);
--
ALTER TABLE wagtail_localize_translatableobject ADD CONSTRAINT wagtail_localize_transla_content_type_id_translat_de875339_uniq UNIQUE (content_type_id, translation_key);
--
ALTER TABLE wagtail_localize_translation ADD CONSTRAINT wagtail_localize_transla_source_id_target_locale__7e943cf8_uniq UNIQUE (source_id, target_locale_id);
--
ALTER TABLE wagtail_localize_translation ADD CONSTRAINT wagtail_localize_translation_uuid_key UNIQUE (uuid);
--
ALTER TABLE wagtail_localize_translationcontext ADD CONSTRAINT wagtail_localize_transla_object_id_path_id_c7f5d707_uniq UNIQUE (object_id, path_id);
--
ALTER TABLE wagtail_localize_translationsource ADD CONSTRAINT wagtail_localize_transla_object_id_locale_id_fb6a8d8e_uniq UNIQUE (object_id, locale_id);
--
ALTER TABLE wagtailcore_collection ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
--
ALTER TABLE wagtailcore_collectionviewrestriction_groups ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
--
ALTER TABLE wagtailcore_groupapprovaltask_groups ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
--
ALTER TABLE wagtailcore_groupcollectionpermission ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
--
ALTER TABLE wagtailcore_grouppagepermission ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
--
ALTER TABLE wagtailcore_groupsitepermission ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
--
ALTER TABLE wagtailcore_locale ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
--
ALTER TABLE wagtailcore_pagesubscription ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
--
ALTER TABLE wagtailcore_pageviewrestriction_groups ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
--
ALTER TABLE wagtailcore_referenceindex ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
--
ALTER TABLE wagtailcore_site ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
--
ALTER TABLE wagtailcore_workflowtask ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
--
ALTER TABLE wagtailembeds_embed ADD CONSTRAINT wagtailembeds_embed_hash_c9bd8c9a_uniq UNIQUE (hash);
--
ALTER TABLE wagtailimages_rendition ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
--
ALTER TABLE wagtailsearch_indexentry ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
--
ALTER TABLE wagtailusers_userprofile ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT answer_sheet_fits CHECK (correct IS NULL OR correct <= items);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT answer_sheet_in_has_result CHECK (correct IS NULL AND handed_in_at IS NULL OR correct IS NOT NULL AND handed_in_at IS NOT NULL);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT answer_sheet_is_not_typed CHECK (NOT source::text = 'typed'::text);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT assessments_answersheet_correct_check CHECK (correct >= 0);
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT assessments_answersheet_items_check CHECK (items >= 0);
--
ALTER TABLE assessments_commitment ADD CONSTRAINT assessments_commitment_participants_check CHECK (participants >= 0);
--
ALTER TABLE assessments_commitment ADD CONSTRAINT commitment_participants_sensible CHECK (participants >= 1 AND participants <= 200);
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetest_version_check CHECK (version >= 0);
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutplan_number_check CHECK (number >= 0);
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutplan_version_check CHECK (version >= 0);
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT rollout_change_has_reason CHECK (number = 1 OR NOT reason = ''::text);
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT rollout_confirmed_by_somebody CHECK (confirmed_at IS NULL OR confirmed_by_id IS NOT NULL AND sent_at IS NOT NULL);
--
ALTER TABLE assessments_teachback ADD CONSTRAINT assessments_teachback_minutes_check CHECK (minutes >= 0);
--
ALTER TABLE assessments_teachback ADD CONSTRAINT assessments_teachback_version_check CHECK (version >= 0);
--
ALTER TABLE assessments_teachback ADD CONSTRAINT teach_back_slot_has_length CHECK (minutes IS NULL AND starts_at IS NULL OR minutes >= 1 AND starts_at IS NOT NULL);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_accuracy_check CHECK (accuracy >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_checking_check CHECK (checking >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_engagement_check CHECK (engagement >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_key_points_check CHECK (key_points >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_plan_check CHECK (plan >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_safety_check CHECK (safety >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbackscore_version_check CHECK (version >= 0);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_accuracy_1_to_4 CHECK (accuracy >= 1 AND accuracy <= 4);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_checking_1_to_4 CHECK (checking >= 1 AND checking <= 4);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_engagement_1_to_4 CHECK (engagement >= 1 AND engagement <= 4);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_handed_in_is_complete CHECK (submitted_at IS NULL OR accuracy IS NOT NULL AND checking IS NOT NULL AND engagement IS NOT NULL AND key_points IS NOT NULL AND plan IS NOT NULL AND safety IS NOT NULL);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_key_points_1_to_4 CHECK (key_points >= 1 AND key_points <= 4);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_plan_1_to_4 CHECK (plan >= 1 AND plan <= 4);
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT teach_back_safety_1_to_4 CHECK (safety >= 1 AND safety <= 4);
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresult_correct_check CHECK (correct >= 0);
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresult_items_check CHECK (items >= 0);
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresult_version_check CHECK (version >= 0);
--
ALTER TABLE assessments_testresult ADD CONSTRAINT test_result_fits CHECK (correct <= items AND items >= 1);
--
ALTER TABLE cascade_deliveryexception ADD CONSTRAINT delivery_exception_ends_after_start CHECK (ends_on >= starts_on);
--
ALTER TABLE cascade_deliveryexception ADD CONSTRAINT delivery_exception_has_reason CHECK (NOT reason = ''::text);
--
ALTER TABLE certification_batchrow ADD CONSTRAINT batch_row_has_one_ground CHECK ((decision_id IS NULL OR completion_id IS NULL) AND 1 = (
CASE
    WHEN decision_id IS NULL THEN 1
    ELSE 0
END +
CASE
    WHEN completion_id IS NULL THEN 1
    ELSE 0
END));
--
ALTER TABLE certification_certificate ADD CONSTRAINT certificate_ends_after_start CHECK (valid_until IS NULL OR valid_until >= valid_from);
--
ALTER TABLE certification_certificate ADD CONSTRAINT correction_has_reason CHECK (NOT act::text = 'correction'::text OR replaces_id IS NOT NULL AND NOT act_reason = ''::text);
--
ALTER TABLE certification_certificate ADD CONSTRAINT trainer_certificate_ends CHECK (kind::text = 'completion'::text OR valid_until IS NOT NULL);
--
ALTER TABLE certification_certificate ADD CONSTRAINT trainer_certificate_has_decision CHECK (kind::text = 'completion'::text OR decision_id IS NOT NULL);
--
ALTER TABLE certification_certificateevent ADD CONSTRAINT certificate_event_has_reason CHECK (NOT reason = ''::text);
--
ALTER TABLE certification_decision ADD CONSTRAINT later_decision_has_its_basis CHECK (act::text = 'initial'::text AND basis_id IS NULL OR NOT act::text = 'initial'::text AND basis_id IS NOT NULL);
--
ALTER TABLE certification_logentry ADD CONSTRAINT certification_logentry_number_check CHECK (number >= 0);
--
ALTER TABLE certification_scheme ADD CONSTRAINT certification_scheme_refresher_months_check CHECK (refresher_months >= 0);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT certification_schemerequirement_months_check CHECK (months >= 0);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT certification_schemerequirement_threshold_check CHECK (threshold >= 0);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT scheme_asks_for_two_assessors CHECK (NOT kind::text = 'teach_back'::text OR threshold >= 2);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT scheme_requirement_has_its_period CHECK ((kind::text = ANY (ARRAY['deliveries'::character varying::text, 'refresher'::character varying::text])) AND months >= 1 AND months IS NOT NULL OR NOT (kind::text = ANY (ARRAY['deliveries'::character varying::text, 'refresher'::character varying::text])) AND months IS NULL);
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT scheme_shares_fit CHECK (NOT (kind::text = ANY (ARRAY['attendance'::character varying::text, 'post_test'::character varying::text])) OR threshold <= 100);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_schemeversion_grace_months_check CHECK (grace_months >= 0);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_schemeversion_number_check CHECK (number >= 0);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_schemeversion_provisional_months_check CHECK (provisional_months >= 0);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_schemeversion_renewal_opens_months_check CHECK (renewal_opens_months >= 0);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_schemeversion_validity_months_check CHECK (validity_months >= 0);
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT scheme_version_lasts CHECK (provisional_months >= 1 AND validity_months >= 1);
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT standing_request_decided_by_somebody CHECK (decided_at IS NULL AND decided_by_id IS NULL AND status::text = 'open'::text OR NOT status::text = 'open'::text AND decided_at IS NOT NULL AND decided_by_id IS NOT NULL);
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT standing_request_has_reason CHECK (NOT reason = ''::text);
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT standing_request_needs_two_people CHECK (status::text = 'taken_back'::text OR decided_by_id IS NULL OR NOT (decided_by_id = requested_by_id AND decided_by_id IS NOT NULL));
--
ALTER TABLE cohorts_call ADD CONSTRAINT cohorts_call_version_check CHECK (version >= 0);
--
ALTER TABLE cohorts_calldocument ADD CONSTRAINT cohorts_calldocument_size_check CHECK (size >= 0);
--
ALTER TABLE cohorts_criterion ADD CONSTRAINT cohorts_criterion_order_check CHECK ("order" >= 0);
--
ALTER TABLE cohorts_criterion ADD CONSTRAINT cohorts_criterion_weight_check CHECK (weight >= 0);
--
ALTER TABLE cohorts_criterion ADD CONSTRAINT criterion_weight_sensible CHECK (weight >= 1 AND weight <= 10);
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_number_check CHECK (number >= 0);
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_sent_to_check CHECK (sent_to >= 0);
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_version_check CHECK (version >= 0);
--
ALTER TABLE cohorts_letter ADD CONSTRAINT letter_released_has_a_moment CHECK (status::text = 'released'::text OR released_at IS NULL);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_priority_check CHECK (priority >= 0);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_reserve_place_check CHECK (reserve_place >= 0);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_version_check CHECK (version >= 0);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_years_in_post_check CHECK (years_in_post >= 0);
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT nomination_place_of_reserve CHECK (reserve_place IS NULL OR status::text = 'reserve'::text);
--
ALTER TABLE cohorts_nominationversion ADD CONSTRAINT cohorts_nominationversion_number_check CHECK (number >= 0);
--
ALTER TABLE cohorts_panelscore ADD CONSTRAINT cohorts_panelscore_version_check CHECK (version >= 0);
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT cohorts_seatrule_alternates_check CHECK (alternates >= 0);
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT cohorts_seatrule_maximum_check CHECK (maximum >= 0);
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT cohorts_seatrule_minimum_check CHECK (minimum >= 0);
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT seat_rule_min_below_max CHECK (minimum <= maximum);
--
ALTER TABLE cohorts_selection ADD CONSTRAINT cohorts_selection_changed_check CHECK (changed >= 0);
--
ALTER TABLE curricula_blueprint ADD CONSTRAINT curricula_blueprint_version_check CHECK (version >= 0);
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_size_check CHECK (size >= 0);
--
ALTER TABLE curricula_download ADD CONSTRAINT restricted_download_has_user CHECK (user_id IS NOT NULL OR classification::text = 'public'::text);
--
ALTER TABLE curricula_edition ADD CONSTRAINT curricula_edition_minutes_check CHECK (minutes >= 0);
--
ALTER TABLE curricula_editionfile ADD CONSTRAINT curricula_editionfile_size_check CHECK (size >= 0);
--
ALTER TABLE curricula_editionform ADD CONSTRAINT curricula_editionform_items_check CHECK (items >= 0);
--
ALTER TABLE curricula_editionmodule ADD CONSTRAINT curricula_editionmodule_minutes_check CHECK (minutes >= 0);
--
ALTER TABLE curricula_editionmodule ADD CONSTRAINT curricula_editionmodule_order_check CHECK ("order" >= 0);
--
ALTER TABLE curricula_editiontext ADD CONSTRAINT curricula_editiontext_number_check CHECK (number >= 0);
--
ALTER TABLE curricula_item ADD CONSTRAINT curricula_item_number_check CHECK (number >= 0);
--
ALTER TABLE curricula_item ADD CONSTRAINT curricula_item_objective_check CHECK (objective >= 0);
--
ALTER TABLE curricula_item ADD CONSTRAINT curricula_item_version_check CHECK (version >= 0);
--
ALTER TABLE curricula_item ADD CONSTRAINT item_original_has_no_source CHECK (source_sha256::text = ''::text AND translation_of_id IS NULL OR translation_of_id IS NOT NULL);
--
ALTER TABLE curricula_item ADD CONSTRAINT item_translates_another CHECK (NOT (translation_of_id = id AND translation_of_id IS NOT NULL));
--
ALTER TABLE curricula_material ADD CONSTRAINT curricula_material_file_size_check CHECK (file_size >= 0);
--
ALTER TABLE curricula_module ADD CONSTRAINT curricula_module_minutes_check CHECK (minutes >= 0);
--
ALTER TABLE curricula_module ADD CONSTRAINT curricula_module_order_check CHECK ("order" >= 0);
--
ALTER TABLE curricula_searchtext ADD CONSTRAINT words_of_one_thing CHECK (material_id IS NOT NULL AND page_id IS NULL OR material_id IS NULL AND page_id IS NOT NULL);
--
ALTER TABLE curricula_translationreview ADD CONSTRAINT still_valid_says_who CHECK (NOT kind::text = 'still_valid'::text OR by_id IS NOT NULL);
--
ALTER TABLE django_tasks_database_dbtaskresult ADD CONSTRAINT priority_range CHECK (priority >= '-100'::integer AND priority <= 100);
--
ALTER TABLE institutions_institution ADD CONSTRAINT institution_not_its_own_parent CHECK (NOT (parent_id = id AND parent_id IS NOT NULL));
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT institutions_targetpopulation_staff_check CHECK (staff >= 0);
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT institutions_targetpopulation_women_check CHECK (women >= 0);
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT target_population_known_has_day CHECK (staff IS NULL OR valid_from IS NOT NULL);
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT target_population_women_fit CHECK (women IS NULL OR staff IS NULL OR women <= staff);
--
ALTER TABLE intake_draft ADD CONSTRAINT intake_draft_version_check CHECK (version >= 0);
--
ALTER TABLE monitoring_reportingperiod ADD CONSTRAINT period_ends_after_start CHECK (ends_on >= starts_on);
--
ALTER TABLE people_person ADD CONSTRAINT people_person_version_check CHECK (version >= 0);
--
ALTER TABLE people_role ADD CONSTRAINT role_bound_to_institution CHECK ((kind::text = ANY (ARRAY['office'::character varying::text, 'observer'::character varying::text])) OR institution_id IS NOT NULL);
--
ALTER TABLE people_role ADD CONSTRAINT role_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on);
--
ALTER TABLE pool_reminder ADD CONSTRAINT reminder_has_reader CHECK (audience::text = 'trainer'::text OR recipient_id IS NOT NULL);
--
ALTER TABLE pool_reminder ADD CONSTRAINT reminder_sent_or_dropped CHECK (sent_at IS NULL OR dropped_at IS NULL);
--
ALTER TABLE programme_regionalworkshop ADD CONSTRAINT programme_regionalworkshop_number_check CHECK (number >= 0);
--
ALTER TABLE programme_regionalworkshop ADD CONSTRAINT programme_regionalworkshop_participants_check CHECK (participants >= 0);
--
ALTER TABLE programme_regionalworkshop ADD CONSTRAINT workshop_ends_after_start CHECK (ends_on >= starts_on);
--
ALTER TABLE programme_target ADD CONSTRAINT programme_target_stated_check CHECK (stated >= 0);
--
ALTER TABLE programme_targetshare ADD CONSTRAINT programme_targetshare_done_check CHECK (done >= 0);
--
ALTER TABLE programme_targetshare ADD CONSTRAINT programme_targetshare_planned_check CHECK (planned >= 0);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT agenda_item_ends_after_start CHECK (ends_at > starts_at);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT agenda_item_in_a_half_day CHECK (removed_at IS NOT NULL OR session_id IS NOT NULL);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT agenda_item_says_what CHECK (NOT title::text = ''::text OR module_id IS NOT NULL);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT agenda_module_item_has_module CHECK (NOT kind::text = 'module'::text OR module_id IS NOT NULL);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_sequence_check CHECK (sequence >= 0);
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_version_check CHECK (version >= 0);
--
ALTER TABLE trainings_completion ADD CONSTRAINT completion_half_days_fit CHECK (half_days_attended <= half_days);
--
ALTER TABLE trainings_completion ADD CONSTRAINT trainings_completion_half_days_attended_check CHECK (half_days_attended >= 0);
--
ALTER TABLE trainings_completion ADD CONSTRAINT trainings_completion_half_days_check CHECK (half_days >= 0);
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT trainings_enrolment_place_check CHECK (place >= 0);
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT trainings_enrolment_version_check CHECK (version >= 0);
--
ALTER TABLE trainings_headcount ADD CONSTRAINT head_count_split_adds_up CHECK (total = (women + men + not_recorded));
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_men_check CHECK (men >= 0);
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_not_recorded_check CHECK (not_recorded >= 0);
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_total_check CHECK (total >= 0);
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_women_check CHECK (women >= 0);
--
ALTER TABLE trainings_session ADD CONSTRAINT closed_session_pins_edition CHECK (closed_at IS NULL OR edition_id IS NOT NULL);
--
ALTER TABLE trainings_training ADD CONSTRAINT training_ends_after_start CHECK (ends_on >= starts_on);
--
ALTER TABLE trainings_training ADD CONSTRAINT training_enrolment_closes_in_time CHECK (enrolment_closes_on IS NULL OR enrolment_closes_on <= ends_on);
--
ALTER TABLE trainings_training ADD CONSTRAINT training_seats_sensible CHECK (seats >= 1 AND seats <= 200);
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_reported_participants_check CHECK (reported_participants >= 0);
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_seats_check CHECK (seats >= 0);
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_version_check CHECK (version >= 0);
--
ALTER TABLE wagtail_localize_overridablesegment ADD CONSTRAINT wagtail_localize_overridablesegment_order_check CHECK ("order" >= 0);
--
ALTER TABLE wagtail_localize_relatedobjectsegment ADD CONSTRAINT wagtail_localize_relatedobjectsegment_order_check CHECK ("order" >= 0);
--
ALTER TABLE wagtail_localize_stringsegment ADD CONSTRAINT wagtail_localize_stringsegment_order_check CHECK ("order" >= 0);
--
ALTER TABLE wagtail_localize_template ADD CONSTRAINT wagtail_localize_template_string_count_check CHECK (string_count >= 0);
--
ALTER TABLE wagtail_localize_templatesegment ADD CONSTRAINT wagtail_localize_templatesegment_order_check CHECK ("order" >= 0);
--
ALTER TABLE wagtailcore_collection ADD CONSTRAINT wagtailcore_collection_depth_check CHECK (depth >= 0);
--
ALTER TABLE wagtailcore_collection ADD CONSTRAINT wagtailcore_collection_numchild_check CHECK (numchild >= 0);
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_depth_check CHECK (depth >= 0);
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_numchild_check CHECK (numchild >= 0);
--
ALTER TABLE wagtaildocs_document ADD CONSTRAINT wagtaildocs_document_file_size_check CHECK (file_size >= 0);
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_file_size_check CHECK (file_size >= 0);
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_focal_point_height_check CHECK (focal_point_height >= 0);
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_focal_point_width_check CHECK (focal_point_width >= 0);
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_focal_point_x_check CHECK (focal_point_x >= 0);
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_focal_point_y_check CHECK (focal_point_y >= 0);
--
ALTER TABLE account_emailaddress ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE account_emailconfirmation ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT assessments_answersh_form_id_87202c8c_fk_curricula FOREIGN KEY (form_id) REFERENCES curricula_editionform(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT assessments_answersh_training_id_8e0232bc_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_answersheet ADD CONSTRAINT assessments_answersheet_person_id_599f8734_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_commitment ADD CONSTRAINT assessments_commitme_institution_id_db95be70_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_commitment ADD CONSTRAINT assessments_commitme_plan_id_cb52c577_fk_assessmen FOREIGN KEY (plan_id) REFERENCES assessments_rolloutplan(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetes_form_id_aae118d6_fk_curricula FOREIGN KEY (form_id) REFERENCES curricula_editionform(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetes_training_id_590849a0_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetest_closed_by_id_6a2e69f4_fk_people_user_id FOREIGN KEY (closed_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_phonetest ADD CONSTRAINT assessments_phonetest_opened_by_id_729ff918_fk_people_user_id FOREIGN KEY (opened_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_recusal ADD CONSTRAINT assessments_recusal_assessor_id_26532a30_fk_people_user_id FOREIGN KEY (assessor_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_recusal ADD CONSTRAINT assessments_recusal_person_id_ca0ed1a1_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_recusal ADD CONSTRAINT assessments_recusal_recorded_by_id_38622f47_fk_people_user_id FOREIGN KEY (recorded_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutp_confirmed_by_id_4d7c3d6a_fk_people_us FOREIGN KEY (confirmed_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutp_drafted_by_id_23c17a0a_fk_people_us FOREIGN KEY (drafted_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutp_training_id_eb4905a1_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_rolloutplan ADD CONSTRAINT assessments_rolloutplan_person_id_199c040f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_sheetanswer ADD CONSTRAINT assessments_sheetans_sheet_id_41bb7d65_fk_assessmen FOREIGN KEY (sheet_id) REFERENCES assessments_answersheet(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachback ADD CONSTRAINT assessments_teachbac_training_id_87c88564_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachback ADD CONSTRAINT assessments_teachback_person_id_af272ede_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachback ADD CONSTRAINT assessments_teachback_topic_id_eb57ea55_fk_curricula_module_id FOREIGN KEY (topic_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachbackassessor ADD CONSTRAINT assessments_teachbac_assessor_id_f657c090_fk_people_us FOREIGN KEY (assessor_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachbackassessor ADD CONSTRAINT assessments_teachbac_named_by_id_c80df0cb_fk_people_us FOREIGN KEY (named_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachbackassessor ADD CONSTRAINT assessments_teachbac_teach_back_id_5f51297d_fk_assessmen FOREIGN KEY (teach_back_id) REFERENCES assessments_teachback(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbac_assessor_id_5d8578dd_fk_people_us FOREIGN KEY (assessor_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_teachbackscore ADD CONSTRAINT assessments_teachbac_teach_back_id_8b37fbd0_fk_assessmen FOREIGN KEY (teach_back_id) REFERENCES assessments_teachback(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresu_recorded_by_id_597acdbc_fk_people_us FOREIGN KEY (recorded_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresu_training_id_90e421ab_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE assessments_testresult ADD CONSTRAINT assessments_testresult_person_id_54f9b405_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_id_57c4b003_fk_people_user_id FOREIGN KEY (actor_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE auth_group_permissions ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE auth_group_permissions ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE auth_permission ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cascade_deliveryexception ADD CONSTRAINT cascade_deliveryexce_granted_by_id_9a40321b_fk_people_us FOREIGN KEY (granted_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cascade_deliveryexception ADD CONSTRAINT cascade_deliveryexce_institution_id_5e76ccd5_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cascade_deliveryexception ADD CONSTRAINT cascade_deliveryexce_person_id_ac5d159a_fk_people_pe FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchr_batch_id_a5980415_fk_certifica FOREIGN KEY (batch_id) REFERENCES certification_issuebatch(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchr_certificate_id_0979e745_fk_certifica FOREIGN KEY (certificate_id) REFERENCES certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchr_completion_id_39d7f993_fk_trainings FOREIGN KEY (completion_id) REFERENCES trainings_completion(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchr_decision_id_aca745b1_fk_certifica FOREIGN KEY (decision_id) REFERENCES certification_decision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_batchrow ADD CONSTRAINT certification_batchrow_person_id_068f2451_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_curriculum_id_4454bb68_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_decision_id_c7138897_fk_certifica FOREIGN KEY (decision_id) REFERENCES certification_decision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_edition_id_74bb21b7_fk_curricula FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_institution_id_38a32b42_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_issued_by_id_88afbb51_fk_people_us FOREIGN KEY (issued_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_person_id_d233b6cd_fk_people_pe FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_replaces_id_ed40d25c_fk_certifica FOREIGN KEY (replaces_id) REFERENCES certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_scheme_id_f2792ac6_fk_certifica FOREIGN KEY (scheme_id) REFERENCES certification_scheme(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificate ADD CONSTRAINT certification_certif_training_id_40d31ddc_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificateevent ADD CONSTRAINT certification_certif_certificate_id_bfb735d6_fk_certifica FOREIGN KEY (certificate_id) REFERENCES certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificateevent ADD CONSTRAINT certification_certif_request_id_c4e64b03_fk_certifica FOREIGN KEY (request_id) REFERENCES certification_standingrequest(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_certificateevent ADD CONSTRAINT certification_certificateevent_by_id_ff5f8bb2_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decisi_basis_id_0695e416_fk_certifica FOREIGN KEY (basis_id) REFERENCES certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decisi_scheme_id_e6c8674f_fk_certifica FOREIGN KEY (scheme_id) REFERENCES certification_scheme(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decisi_training_id_89c0faf2_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decisi_version_id_f3ef1c8e_fk_certifica FOREIGN KEY (version_id) REFERENCES certification_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decision_decided_by_id_bf1805ef_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_decision ADD CONSTRAINT certification_decision_person_id_94e285f4_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_issuebatch ADD CONSTRAINT certification_issueb_training_id_b3ff33cb_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_issuebatch ADD CONSTRAINT certification_issuebatch_by_id_33971ed5_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_scheme ADD CONSTRAINT certification_scheme_curriculum_id_30dfecd6_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_schemerequirement ADD CONSTRAINT certification_scheme_version_id_aaa1e499_fk_certifica FOREIGN KEY (version_id) REFERENCES certification_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_scheme_adopted_by_id_5e3f5480_fk_people_us FOREIGN KEY (adopted_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_schemeversion ADD CONSTRAINT certification_scheme_scheme_id_bbce9259_fk_certifica FOREIGN KEY (scheme_id) REFERENCES certification_scheme(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT certification_standi_certificate_id_2f98fc39_fk_certifica FOREIGN KEY (certificate_id) REFERENCES certification_certificate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT certification_standi_decided_by_id_6eafab59_fk_people_us FOREIGN KEY (decided_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE certification_standingrequest ADD CONSTRAINT certification_standi_requested_by_id_ae2f7a1a_fk_people_us FOREIGN KEY (requested_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_call ADD CONSTRAINT cohorts_call_cohort_id_620347d0_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_calldocument ADD CONSTRAINT cohorts_calldocument_added_by_id_3c8f3400_fk_people_user_id FOREIGN KEY (added_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_calldocument ADD CONSTRAINT cohorts_calldocument_cohort_id_bd8b8038_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_cohort ADD CONSTRAINT cohorts_cohort_scheme_id_08894b43_fk_certification_scheme_id FOREIGN KEY (scheme_id) REFERENCES certification_scheme(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_cohort ADD CONSTRAINT cohorts_cohort_training_id_61b2bc87_fk_trainings_training_id FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_criterion ADD CONSTRAINT cohorts_criterion_cohort_id_e6fe9099_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_cohort_id_be4ce07e_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_institution_id_3ac3b361_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_nomination_id_176d6212_fk_cohorts_nomination_id FOREIGN KEY (nomination_id) REFERENCES cohorts_nomination(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_letter ADD CONSTRAINT cohorts_letter_released_by_id_3b4c143b_fk_people_user_id FOREIGN KEY (released_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_cohort_id_c87818fe_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_institution_id_da7533d9_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_nomination ADD CONSTRAINT cohorts_nomination_person_id_05cedd87_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_nominationversion ADD CONSTRAINT cohorts_nominationve_nomination_id_8b713bf3_fk_cohorts_n FOREIGN KEY (nomination_id) REFERENCES cohorts_nomination(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_nominationversion ADD CONSTRAINT cohorts_nominationversion_by_id_760171f8_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_panelmember ADD CONSTRAINT cohorts_panelmember_added_by_id_6a4fa229_fk_people_user_id FOREIGN KEY (added_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_panelmember ADD CONSTRAINT cohorts_panelmember_cohort_id_0434bb1a_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_panelmember ADD CONSTRAINT cohorts_panelmember_user_id_1ca15ca1_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_panelscore ADD CONSTRAINT cohorts_panelscore_member_id_9d89f817_fk_people_user_id FOREIGN KEY (member_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_panelscore ADD CONSTRAINT cohorts_panelscore_nomination_id_093e57e4_fk_cohorts_n FOREIGN KEY (nomination_id) REFERENCES cohorts_nomination(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT cohorts_seatrule_cohort_id_1aa96e7d_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_seatrule ADD CONSTRAINT cohorts_seatrule_institution_id_d9c5f1ac_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_selection ADD CONSTRAINT cohorts_selection_by_id_93dbc294_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE cohorts_selection ADD CONSTRAINT cohorts_selection_cohort_id_cc727e1d_fk_cohorts_cohort_id FOREIGN KEY (cohort_id) REFERENCES cohorts_cohort(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_blueprint ADD CONSTRAINT curricula_blueprint_curriculum_id_f3bc61b7_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_changenote ADD CONSTRAINT curricula_changenote_by_id_0c31d976_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_changenote ADD CONSTRAINT curricula_changenote_marked_by_id_b5468385_fk_people_user_id FOREIGN KEY (marked_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_changenote ADD CONSTRAINT curricula_changenote_module_id_b5c5753d_fk_curricula_module_id FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_curriculumpage ADD CONSTRAINT curricula_curriculum_curriculum_id_00ef6f6f_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_curriculumpage ADD CONSTRAINT curricula_curriculum_page_ptr_id_0b87b4bd_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_edition_file_id_1d63d277_fk_curricula FOREIGN KEY (edition_file_id) REFERENCES curricula_editionfile(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_edition_id_ef81ceab_fk_curricula_edition_id FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_material_id_e864216f_fk_curricula FOREIGN KEY (material_id) REFERENCES curricula_material(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_module_id_57605bfb_fk_curricula_module_id FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_download ADD CONSTRAINT curricula_download_user_id_4fc77c7e_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_edition ADD CONSTRAINT curricula_edition_curriculum_id_7e8d8626_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_edition ADD CONSTRAINT curricula_edition_published_by_id_545c44d1_fk_people_user_id FOREIGN KEY (published_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionchange ADD CONSTRAINT curricula_editioncha_edition_id_a1a90e77_fk_curricula FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionchange ADD CONSTRAINT curricula_editioncha_module_id_bcc45737_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionfile ADD CONSTRAINT curricula_editionfil_module_id_59d2f4bf_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_editionmodule(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionform ADD CONSTRAINT curricula_editionfor_edition_id_39f5f237_fk_curricula FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionitem ADD CONSTRAINT curricula_editionite_module_id_fce5c4f0_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_editionmodule(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionitem ADD CONSTRAINT curricula_editionitem_item_id_32843893_fk_curricula_item_id FOREIGN KEY (item_id) REFERENCES curricula_item(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionmodule ADD CONSTRAINT curricula_editionmod_edition_id_08f7d6a1_fk_curricula FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editionmodule ADD CONSTRAINT curricula_editionmod_module_id_84d0a76d_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editiontext ADD CONSTRAINT curricula_editiontex_module_id_51ddf38a_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_editionmodule(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_editiontext ADD CONSTRAINT curricula_editiontext_added_by_id_ab677634_fk_people_user_id FOREIGN KEY (added_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_item ADD CONSTRAINT curricula_item_module_id_b1970ae3_fk_curricula_module_id FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_item ADD CONSTRAINT curricula_item_translation_of_id_2261cb1a_fk_curricula_item_id FOREIGN KEY (translation_of_id) REFERENCES curricula_item(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_librarypage ADD CONSTRAINT curricula_librarypag_page_ptr_id_05a6ca2c_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_material ADD CONSTRAINT curricula_material_collection_id_5a1552b0_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_material ADD CONSTRAINT curricula_material_module_id_02c7719d_fk_curricula_module_id FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_material ADD CONSTRAINT curricula_material_uploaded_by_user_id_30e420d9_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_module ADD CONSTRAINT curricula_module_curriculum_id_488ad2ed_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_modulepage ADD CONSTRAINT curricula_modulepage_module_id_934e471d_fk_curricula_module_id FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_modulepage ADD CONSTRAINT curricula_modulepage_page_ptr_id_dedcf274_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_readingplace ADD CONSTRAINT curricula_readingpla_curriculum_id_1affcfba_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_readingplace ADD CONSTRAINT curricula_readingpla_page_id_60fa9b86_fk_curricula FOREIGN KEY (page_id) REFERENCES curricula_modulepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_readingplace ADD CONSTRAINT curricula_readingplace_user_id_6e9e3061_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_searchtext ADD CONSTRAINT curricula_searchtext_material_id_e8fcf7e4_fk_curricula FOREIGN KEY (material_id) REFERENCES curricula_material(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_searchtext ADD CONSTRAINT curricula_searchtext_page_id_372a1d47_fk_curricula FOREIGN KEY (page_id) REFERENCES curricula_modulepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_secondpersontask ADD CONSTRAINT curricula_secondpers_task_ptr_id_8540924f_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_secondpersontask_groups ADD CONSTRAINT curricula_secondpers_group_id_caf6bfd5_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_secondpersontask_groups ADD CONSTRAINT curricula_secondpers_secondpersontask_id_591caef6_fk_curricula FOREIGN KEY (secondpersontask_id) REFERENCES curricula_secondpersontask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_translationreview ADD CONSTRAINT curricula_translatio_module_id_86a9a7aa_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE curricula_translationreview ADD CONSTRAINT curricula_translationreview_by_id_83162120_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE institutions_facility ADD CONSTRAINT institutions_facilit_jurisdiction_id_a585bd41_fk_instituti FOREIGN KEY (jurisdiction_id) REFERENCES institutions_jurisdiction(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE institutions_institution ADD CONSTRAINT institutions_institu_jurisdiction_id_2796ce0a_fk_instituti FOREIGN KEY (jurisdiction_id) REFERENCES institutions_jurisdiction(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE institutions_institution ADD CONSTRAINT institutions_institu_parent_id_0923b4f5_fk_instituti FOREIGN KEY (parent_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE institutions_targetpopulation ADD CONSTRAINT institutions_targetp_institution_id_98dbc9e3_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE institutions_unit ADD CONSTRAINT institutions_unit_institution_id_7664cb8f_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE intake_draft ADD CONSTRAINT intake_draft_uploaded_by_id_d50ab84f_fk_people_user_id FOREIGN KEY (uploaded_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE mfa_authenticator ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE monitoring_snapshot ADD CONSTRAINT monitoring_snapshot_amends_id_ab7c4344_fk_monitorin FOREIGN KEY (amends_id) REFERENCES monitoring_snapshot(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE monitoring_snapshot ADD CONSTRAINT monitoring_snapshot_period_id_7e6b0416_fk_monitorin FOREIGN KEY (period_id) REFERENCES monitoring_reportingperiod(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE monitoring_snapshot ADD CONSTRAINT monitoring_snapshot_taken_by_id_515658b1_fk_people_user_id FOREIGN KEY (taken_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_person ADD CONSTRAINT people_person_institution_id_c687915c_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_person ADD CONSTRAINT people_person_merged_into_id_138bbee4_fk_people_person_id FOREIGN KEY (merged_into_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_person ADD CONSTRAINT people_person_unit_id_0a537c13_fk_institutions_unit_id FOREIGN KEY (unit_id) REFERENCES institutions_unit(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_person ADD CONSTRAINT people_person_user_id_6381a4ab_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_role ADD CONSTRAINT people_role_granted_by_id_95503907_fk_people_user_id FOREIGN KEY (granted_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_role ADD CONSTRAINT people_role_institution_id_237928a7_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_role ADD CONSTRAINT people_role_user_id_432e6469_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_user_groups ADD CONSTRAINT people_user_groups_group_id_1f0237d0_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_user_groups ADD CONSTRAINT people_user_groups_user_id_290df956_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_user_user_permissions ADD CONSTRAINT people_user_user_per_permission_id_55f01ef0_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE people_user_user_permissions ADD CONSTRAINT people_user_user_permissions_user_id_7d19557b_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE pool_reminder ADD CONSTRAINT pool_reminder_person_id_0ccfdbe8_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE pool_reminder ADD CONSTRAINT pool_reminder_recipient_id_5151a1e5_fk_people_user_id FOREIGN KEY (recipient_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE programme_target ADD CONSTRAINT programme_target_programme_id_5ed39d21_fk_programme FOREIGN KEY (programme_id) REFERENCES programme_programme(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE programme_targetshare ADD CONSTRAINT programme_targetshar_jurisdiction_id_5b7c810e_fk_instituti FOREIGN KEY (jurisdiction_id) REFERENCES institutions_jurisdiction(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE programme_targetshare ADD CONSTRAINT programme_targetshare_target_id_a8e48683_fk_programme_target_id FOREIGN KEY (target_id) REFERENCES programme_target(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE taggit_taggeditem ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE taggit_taggeditem ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_agendafacilitator ADD CONSTRAINT trainings_agendafaci_item_id_69745faa_fk_trainings FOREIGN KEY (item_id) REFERENCES trainings_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_agendafacilitator ADD CONSTRAINT trainings_agendafaci_person_id_9ae259e0_fk_people_pe FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_module_id_77f5c4ac_fk_curricula_module_id FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_session_id_734bb909_fk_trainings FOREIGN KEY (session_id) REFERENCES trainings_session(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_agendaitem ADD CONSTRAINT trainings_agendaitem_training_id_76f15e7d_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_attendance ADD CONSTRAINT trainings_attendance_enrolment_id_fc2ea520_fk_trainings FOREIGN KEY (enrolment_id) REFERENCES trainings_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_attendance ADD CONSTRAINT trainings_attendance_recorded_by_id_9177fbd3_fk_people_user_id FOREIGN KEY (recorded_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_attendance ADD CONSTRAINT trainings_attendance_session_id_cc50f324_fk_trainings FOREIGN KEY (session_id) REFERENCES trainings_session(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_completion ADD CONSTRAINT trainings_completion_enrolment_id_6557cea5_fk_trainings FOREIGN KEY (enrolment_id) REFERENCES trainings_enrolment(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_decision ADD CONSTRAINT trainings_decision_by_id_a9af013d_fk_people_user_id FOREIGN KEY (by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_decision ADD CONSTRAINT trainings_decision_training_id_60808cec_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_deliverer ADD CONSTRAINT trainings_deliverer_person_id_14f79efc_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_deliverer ADD CONSTRAINT trainings_deliverer_training_id_2bfa235f_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT trainings_enrolment_person_id_ac766562_fk_people_person_id FOREIGN KEY (person_id) REFERENCES people_person(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_enrolment ADD CONSTRAINT trainings_enrolment_training_id_95e827ab_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_headcount ADD CONSTRAINT trainings_headcount_training_id_b2a3b102_fk_trainings FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_session ADD CONSTRAINT trainings_session_edition_id_3a1c3c27_fk_curricula_edition_id FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_session ADD CONSTRAINT trainings_session_training_id_82eefcb9_fk_trainings_training_id FOREIGN KEY (training_id) REFERENCES trainings_training(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_sessionmodule ADD CONSTRAINT trainings_sessionmod_module_id_cb01942e_fk_curricula FOREIGN KEY (module_id) REFERENCES curricula_module(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_sessionmodule ADD CONSTRAINT trainings_sessionmod_session_id_40d52367_fk_trainings FOREIGN KEY (session_id) REFERENCES trainings_session(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_created_by_id_2a11700a_fk_people_user_id FOREIGN KEY (created_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_curriculum_id_9845aa46_fk_curricula FOREIGN KEY (curriculum_id) REFERENCES curricula_curriculum(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_edition_id_d3673b56_fk_curricula_edition_id FOREIGN KEY (edition_id) REFERENCES curricula_edition(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE trainings_training ADD CONSTRAINT trainings_training_institution_id_32cab34c_fk_instituti FOREIGN KEY (institution_id) REFERENCES institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_localesynchronization ADD CONSTRAINT wagtail_localize_loc_locale_id_036a3a20_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_localesynchronization ADD CONSTRAINT wagtail_localize_loc_sync_from_id_1bc4c2eb_fk_wagtailco FOREIGN KEY (sync_from_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_overridablesegment ADD CONSTRAINT wagtail_localize_ove_context_id_eed8c388_fk_wagtail_l FOREIGN KEY (context_id) REFERENCES wagtail_localize_translationcontext(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_overridablesegment ADD CONSTRAINT wagtail_localize_ove_source_id_5720ac20_fk_wagtail_l FOREIGN KEY (source_id) REFERENCES wagtail_localize_translationsource(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_relatedobjectsegment ADD CONSTRAINT wagtail_localize_rel_context_id_c0a725be_fk_wagtail_l FOREIGN KEY (context_id) REFERENCES wagtail_localize_translationcontext(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_relatedobjectsegment ADD CONSTRAINT wagtail_localize_rel_object_id_6c7b58df_fk_wagtail_l FOREIGN KEY (object_id) REFERENCES wagtail_localize_translatableobject(translation_key) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_relatedobjectsegment ADD CONSTRAINT wagtail_localize_rel_source_id_9a3b1373_fk_wagtail_l FOREIGN KEY (source_id) REFERENCES wagtail_localize_translationsource(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_segmentoverride ADD CONSTRAINT wagtail_localize_seg_context_id_f827efe0_fk_wagtail_l FOREIGN KEY (context_id) REFERENCES wagtail_localize_translationcontext(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_segmentoverride ADD CONSTRAINT wagtail_localize_seg_last_translated_by_i_a86448fc_fk_people_us FOREIGN KEY (last_translated_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_segmentoverride ADD CONSTRAINT wagtail_localize_seg_locale_id_b1673d41_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_string ADD CONSTRAINT wagtail_localize_str_locale_id_2cded126_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringsegment ADD CONSTRAINT wagtail_localize_str_context_id_63235539_fk_wagtail_l FOREIGN KEY (context_id) REFERENCES wagtail_localize_translationcontext(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringsegment ADD CONSTRAINT wagtail_localize_str_source_id_5804129f_fk_wagtail_l FOREIGN KEY (source_id) REFERENCES wagtail_localize_translationsource(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringsegment ADD CONSTRAINT wagtail_localize_str_string_id_6356d5ec_fk_wagtail_l FOREIGN KEY (string_id) REFERENCES wagtail_localize_string(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringtranslation ADD CONSTRAINT wagtail_localize_str_context_id_3cc13049_fk_wagtail_l FOREIGN KEY (context_id) REFERENCES wagtail_localize_translationcontext(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringtranslation ADD CONSTRAINT wagtail_localize_str_last_translated_by_i_764c7a3f_fk_people_us FOREIGN KEY (last_translated_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringtranslation ADD CONSTRAINT wagtail_localize_str_locale_id_b9e3730d_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_stringtranslation ADD CONSTRAINT wagtail_localize_str_translation_of_id_8eef01d0_fk_wagtail_l FOREIGN KEY (translation_of_id) REFERENCES wagtail_localize_string(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_templatesegment ADD CONSTRAINT wagtail_localize_tem_context_id_81456b25_fk_wagtail_l FOREIGN KEY (context_id) REFERENCES wagtail_localize_translationcontext(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_templatesegment ADD CONSTRAINT wagtail_localize_tem_source_id_26b89dc6_fk_wagtail_l FOREIGN KEY (source_id) REFERENCES wagtail_localize_translationsource(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_templatesegment ADD CONSTRAINT wagtail_localize_tem_template_id_c370b3c8_fk_wagtail_l FOREIGN KEY (template_id) REFERENCES wagtail_localize_template(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translatableobject ADD CONSTRAINT wagtail_localize_tra_content_type_id_0d6c5139_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translation ADD CONSTRAINT wagtail_localize_tra_source_id_e326e1e3_fk_wagtail_l FOREIGN KEY (source_id) REFERENCES wagtail_localize_translationsource(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translation ADD CONSTRAINT wagtail_localize_tra_target_locale_id_8c524f73_fk_wagtailco FOREIGN KEY (target_locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationcontext ADD CONSTRAINT wagtail_localize_tra_object_id_86263ce7_fk_wagtail_l FOREIGN KEY (object_id) REFERENCES wagtail_localize_translatableobject(translation_key) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationlog ADD CONSTRAINT wagtail_localize_tra_locale_id_37619cb4_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationlog ADD CONSTRAINT wagtail_localize_tra_revision_id_e3b62278_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationlog ADD CONSTRAINT wagtail_localize_tra_source_id_7228923e_fk_wagtail_l FOREIGN KEY (source_id) REFERENCES wagtail_localize_translationsource(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationsource ADD CONSTRAINT wagtail_localize_tra_locale_id_0ac264c0_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationsource ADD CONSTRAINT wagtail_localize_tra_object_id_6a078fd2_fk_wagtail_l FOREIGN KEY (object_id) REFERENCES wagtail_localize_translatableobject(translation_key) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtail_localize_translationsource ADD CONSTRAINT wagtail_localize_tra_specific_content_typ_3095eb76_fk_django_co FOREIGN KEY (specific_content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailadmin_editingsession ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailadmin_editingsession ADD CONSTRAINT wagtailadmin_editingsession_user_id_6e1a9b70_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailadmin_formstate ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailadmin_formstate ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_collectionviewrestriction ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_collectionviewrestriction_groups ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_collectionviewrestriction_groups ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_comment ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_comment ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_people_user_id FOREIGN KEY (resolved_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_comment ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_comment ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_commentreply ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_commentreply ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupapprovaltask ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupapprovaltask_groups ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupapprovaltask_groups ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupcollectionpermission ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupcollectionpermission ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupcollectionpermission ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_grouppagepermission ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_grouppagepermission ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_grouppagepermission ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupsitepermission ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupsitepermission ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_groupsitepermission ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_modellogentry ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_people_user_id FOREIGN KEY (locked_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_page ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_pagelogentry ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_pagesubscription ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_pagesubscription ADD CONSTRAINT wagtailcore_pagesubscription_user_id_89d7def9_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_pageviewrestriction ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_pageviewrestriction_groups ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_pageviewrestriction_groups ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_referenceindex ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_referenceindex ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_referenceindex ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_revision ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_revision ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_revision ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_site ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_task ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_taskstate ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_taskstate ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_taskstate ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_taskstate ADD CONSTRAINT wagtailcore_taskstate_finished_by_id_13f98229_fk_people_user_id FOREIGN KEY (finished_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_taskstate ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_uploadedfile ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_uploadedfile ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowcontenttype ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowcontenttype ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowpage ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowpage ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_people_us FOREIGN KEY (requested_by_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowstate ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowtask ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailcore_workflowtask ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtaildocs_document ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtaildocs_document ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailimages_image ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailimages_rendition ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailsearch_indexentry ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
--
ALTER TABLE wagtailusers_userprofile ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_people_user_id FOREIGN KEY (user_id) REFERENCES people_user(id) DEFERRABLE INITIALLY DEFERRED;
--
CREATE UNIQUE INDEX account_email_once_in_any_case ON people_user USING btree (lower(email::text));
--
CREATE INDEX account_emailaddress_email_03be32b2 ON account_emailaddress USING btree (email);
--
CREATE INDEX account_emailaddress_email_03be32b2_like ON account_emailaddress USING btree (email varchar_pattern_ops);
--
CREATE INDEX account_emailaddress_user_id_2c513194 ON account_emailaddress USING btree (user_id);
--
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON account_emailconfirmation USING btree (email_address_id);
--
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON account_emailconfirmation USING btree (key varchar_pattern_ops);
--
CREATE UNIQUE INDEX agenda_one_item_at_once ON trainings_agendaitem USING btree (training_id, starts_at, "group") WHERE removed_at IS NULL;
--
CREATE UNIQUE INDEX agenda_room_once_at_once ON trainings_agendaitem USING btree (training_id, starts_at, room) WHERE removed_at IS NULL AND NOT room::text = ''::text;
--
CREATE INDEX assessments_answersheet_form_id_87202c8c ON assessments_answersheet USING btree (form_id);
--
CREATE INDEX assessments_answersheet_person_id_599f8734 ON assessments_answersheet USING btree (person_id);
--
CREATE INDEX assessments_answersheet_training_id_8e0232bc ON assessments_answersheet USING btree (training_id);
--
CREATE INDEX assessments_code_302f15_idx ON assessments_sheetanswer USING btree (code);
--
CREATE INDEX assessments_commitment_institution_id_db95be70 ON assessments_commitment USING btree (institution_id);
--
CREATE INDEX assessments_commitment_plan_id_cb52c577 ON assessments_commitment USING btree (plan_id);
--
CREATE INDEX assessments_phonetest_closed_by_id_6a2e69f4 ON assessments_phonetest USING btree (closed_by_id);
--
CREATE INDEX assessments_phonetest_code_0a3b9072_like ON assessments_phonetest USING btree (code varchar_pattern_ops);
--
CREATE INDEX assessments_phonetest_form_id_aae118d6 ON assessments_phonetest USING btree (form_id);
--
CREATE INDEX assessments_phonetest_opened_by_id_729ff918 ON assessments_phonetest USING btree (opened_by_id);
--
CREATE INDEX assessments_phonetest_training_id_590849a0 ON assessments_phonetest USING btree (training_id);
--
CREATE INDEX assessments_recusal_assessor_id_26532a30 ON assessments_recusal USING btree (assessor_id);
--
CREATE INDEX assessments_recusal_person_id_ca0ed1a1 ON assessments_recusal USING btree (person_id);
--
CREATE INDEX assessments_recusal_recorded_by_id_38622f47 ON assessments_recusal USING btree (recorded_by_id);
--
CREATE INDEX assessments_rolloutplan_confirmed_by_id_4d7c3d6a ON assessments_rolloutplan USING btree (confirmed_by_id);
--
CREATE INDEX assessments_rolloutplan_drafted_by_id_23c17a0a ON assessments_rolloutplan USING btree (drafted_by_id);
--
CREATE INDEX assessments_rolloutplan_person_id_199c040f ON assessments_rolloutplan USING btree (person_id);
--
CREATE INDEX assessments_rolloutplan_training_id_eb4905a1 ON assessments_rolloutplan USING btree (training_id);
--
CREATE INDEX assessments_sheetanswer_sheet_id_41bb7d65 ON assessments_sheetanswer USING btree (sheet_id);
--
CREATE INDEX assessments_teachback_person_id_af272ede ON assessments_teachback USING btree (person_id);
--
CREATE INDEX assessments_teachback_topic_id_eb57ea55 ON assessments_teachback USING btree (topic_id);
--
CREATE INDEX assessments_teachback_training_id_87c88564 ON assessments_teachback USING btree (training_id);
--
CREATE INDEX assessments_teachbackassessor_assessor_id_f657c090 ON assessments_teachbackassessor USING btree (assessor_id);
--
CREATE INDEX assessments_teachbackassessor_named_by_id_c80df0cb ON assessments_teachbackassessor USING btree (named_by_id);
--
CREATE INDEX assessments_teachbackassessor_teach_back_id_5f51297d ON assessments_teachbackassessor USING btree (teach_back_id);
--
CREATE INDEX assessments_teachbackscore_assessor_id_5d8578dd ON assessments_teachbackscore USING btree (assessor_id);
--
CREATE INDEX assessments_teachbackscore_teach_back_id_8b37fbd0 ON assessments_teachbackscore USING btree (teach_back_id);
--
CREATE INDEX assessments_testresult_person_id_54f9b405 ON assessments_testresult USING btree (person_id);
--
CREATE INDEX assessments_testresult_recorded_by_id_597acdbc ON assessments_testresult USING btree (recorded_by_id);
--
CREATE INDEX assessments_testresult_training_id_90e421ab ON assessments_testresult USING btree (training_id);
--
CREATE INDEX audit_entry_action_37b799df ON audit_entry USING btree (action);
--
CREATE INDEX audit_entry_action_37b799df_like ON audit_entry USING btree (action varchar_pattern_ops);
--
CREATE INDEX audit_entry_actor_id_57c4b003 ON audit_entry USING btree (actor_id);
--
CREATE INDEX audit_entry_at_bf642dd8 ON audit_entry USING btree (at);
--
CREATE INDEX audit_entry_institution_id_ea391dbd ON audit_entry USING btree (institution_id);
--
CREATE INDEX audit_entry_object__d8644d_idx ON audit_entry USING btree (object_type, object_id);
--
CREATE INDEX auth_group_name_a6ea08ec_like ON auth_group USING btree (name varchar_pattern_ops);
--
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON auth_group_permissions USING btree (group_id);
--
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON auth_group_permissions USING btree (permission_id);
--
CREATE INDEX auth_permission_content_type_id_2f476e4b ON auth_permission USING btree (content_type_id);
--
CREATE INDEX base_content_object_idx ON wagtailcore_revision USING btree (base_content_type_id, object_id);
--
CREATE INDEX cascade_deliveryexception_granted_by_id_9a40321b ON cascade_deliveryexception USING btree (granted_by_id);
--
CREATE INDEX cascade_deliveryexception_institution_id_5e76ccd5 ON cascade_deliveryexception USING btree (institution_id);
--
CREATE INDEX cascade_deliveryexception_person_id_ac5d159a ON cascade_deliveryexception USING btree (person_id);
--
CREATE UNIQUE INDEX certificate_once_per_decision ON certification_certificate USING btree (decision_id, act) WHERE NOT act::text = 'correction'::text;
--
CREATE INDEX certificate_pool ON certification_certificate USING btree (kind, person_id, valid_from, valid_until, replaces_id, level);
--
CREATE INDEX certificati_person__6e1f1b_idx ON certification_certificate USING btree (person_id, kind);
--
CREATE INDEX certification_batchrow_batch_id_a5980415 ON certification_batchrow USING btree (batch_id);
--
CREATE INDEX certification_batchrow_completion_id_39d7f993 ON certification_batchrow USING btree (completion_id);
--
CREATE INDEX certification_batchrow_decision_id_aca745b1 ON certification_batchrow USING btree (decision_id);
--
CREATE INDEX certification_batchrow_person_id_068f2451 ON certification_batchrow USING btree (person_id);
--
CREATE INDEX certification_certificate_code_e1523a43_like ON certification_certificate USING btree (code varchar_pattern_ops);
--
CREATE INDEX certification_certificate_curriculum_id_4454bb68 ON certification_certificate USING btree (curriculum_id);
--
CREATE INDEX certification_certificate_decision_id_c7138897 ON certification_certificate USING btree (decision_id);
--
CREATE INDEX certification_certificate_edition_id_74bb21b7 ON certification_certificate USING btree (edition_id);
--
CREATE INDEX certification_certificate_institution_id_38a32b42 ON certification_certificate USING btree (institution_id);
--
CREATE INDEX certification_certificate_issued_by_id_88afbb51 ON certification_certificate USING btree (issued_by_id);
--
CREATE INDEX certification_certificate_number_527fa835_like ON certification_certificate USING btree (number varchar_pattern_ops);
--
CREATE INDEX certification_certificate_person_id_d233b6cd ON certification_certificate USING btree (person_id);
--
CREATE INDEX certification_certificate_scheme_id_f2792ac6 ON certification_certificate USING btree (scheme_id);
--
CREATE INDEX certification_certificate_training_id_40d31ddc ON certification_certificate USING btree (training_id);
--
CREATE INDEX certification_certificateevent_by_id_ff5f8bb2 ON certification_certificateevent USING btree (by_id);
--
CREATE INDEX certification_certificateevent_certificate_id_bfb735d6 ON certification_certificateevent USING btree (certificate_id);
--
CREATE UNIQUE INDEX certification_decided_once ON certification_decision USING btree (scheme_id, training_id, person_id) WHERE act::text = 'initial'::text;
--
CREATE INDEX certification_decision_basis_id_0695e416 ON certification_decision USING btree (basis_id);
--
CREATE INDEX certification_decision_decided_by_id_bf1805ef ON certification_decision USING btree (decided_by_id);
--
CREATE INDEX certification_decision_person_id_94e285f4 ON certification_decision USING btree (person_id);
--
CREATE INDEX certification_decision_scheme_id_e6c8674f ON certification_decision USING btree (scheme_id);
--
CREATE INDEX certification_decision_training_id_89c0faf2 ON certification_decision USING btree (training_id);
--
CREATE INDEX certification_decision_version_id_f3ef1c8e ON certification_decision USING btree (version_id);
--
CREATE INDEX certification_issuebatch_by_id_33971ed5 ON certification_issuebatch USING btree (by_id);
--
CREATE INDEX certification_issuebatch_training_id_b3ff33cb ON certification_issuebatch USING btree (training_id);
--
CREATE INDEX certification_logentry_certificate_0208c735 ON certification_logentry USING btree (certificate);
--
CREATE INDEX certification_logentry_certificate_0208c735_like ON certification_logentry USING btree (certificate varchar_pattern_ops);
--
CREATE INDEX certification_logentry_seal_425f618c_like ON certification_logentry USING btree (seal varchar_pattern_ops);
--
CREATE INDEX certification_scheme_code_43230661_like ON certification_scheme USING btree (code varchar_pattern_ops);
--
CREATE INDEX certification_scheme_curriculum_id_30dfecd6 ON certification_scheme USING btree (curriculum_id);
--
CREATE INDEX certification_schemerequirement_version_id_aaa1e499 ON certification_schemerequirement USING btree (version_id);
--
CREATE INDEX certification_schemeversion_adopted_by_id_5e3f5480 ON certification_schemeversion USING btree (adopted_by_id);
--
CREATE INDEX certification_schemeversion_scheme_id_bbce9259 ON certification_schemeversion USING btree (scheme_id);
--
CREATE INDEX certification_standingrequest_certificate_id_2f98fc39 ON certification_standingrequest USING btree (certificate_id);
--
CREATE INDEX certification_standingrequest_decided_by_id_6eafab59 ON certification_standingrequest USING btree (decided_by_id);
--
CREATE INDEX certification_standingrequest_requested_by_id_ae2f7a1a ON certification_standingrequest USING btree (requested_by_id);
--
CREATE INDEX change_of_block ON curricula_changenote USING btree (module_id, sha256);
--
CREATE INDEX cohorts_calldocument_added_by_id_3c8f3400 ON cohorts_calldocument USING btree (added_by_id);
--
CREATE INDEX cohorts_calldocument_cohort_id_bd8b8038 ON cohorts_calldocument USING btree (cohort_id);
--
CREATE INDEX cohorts_cohort_scheme_id_08894b43 ON cohorts_cohort USING btree (scheme_id);
--
CREATE INDEX cohorts_criterion_cohort_id_e6fe9099 ON cohorts_criterion USING btree (cohort_id);
--
CREATE INDEX cohorts_letter_cohort_id_be4ce07e ON cohorts_letter USING btree (cohort_id);
--
CREATE INDEX cohorts_letter_institution_id_3ac3b361 ON cohorts_letter USING btree (institution_id);
--
CREATE INDEX cohorts_letter_nomination_id_176d6212 ON cohorts_letter USING btree (nomination_id);
--
CREATE INDEX cohorts_letter_released_by_id_3b4c143b ON cohorts_letter USING btree (released_by_id);
--
CREATE INDEX cohorts_nomination_cohort_id_c87818fe ON cohorts_nomination USING btree (cohort_id);
--
CREATE INDEX cohorts_nomination_institution_id_da7533d9 ON cohorts_nomination USING btree (institution_id);
--
CREATE INDEX cohorts_nomination_person_id_05cedd87 ON cohorts_nomination USING btree (person_id);
--
CREATE INDEX cohorts_nominationversion_by_id_760171f8 ON cohorts_nominationversion USING btree (by_id);
--
CREATE INDEX cohorts_nominationversion_nomination_id_8b713bf3 ON cohorts_nominationversion USING btree (nomination_id);
--
CREATE INDEX cohorts_panelmember_added_by_id_6a4fa229 ON cohorts_panelmember USING btree (added_by_id);
--
CREATE INDEX cohorts_panelmember_cohort_id_0434bb1a ON cohorts_panelmember USING btree (cohort_id);
--
CREATE INDEX cohorts_panelmember_user_id_1ca15ca1 ON cohorts_panelmember USING btree (user_id);
--
CREATE INDEX cohorts_panelscore_member_id_9d89f817 ON cohorts_panelscore USING btree (member_id);
--
CREATE INDEX cohorts_panelscore_nomination_id_093e57e4 ON cohorts_panelscore USING btree (nomination_id);
--
CREATE INDEX cohorts_seatrule_cohort_id_1aa96e7d ON cohorts_seatrule USING btree (cohort_id);
--
CREATE INDEX cohorts_seatrule_institution_id_d9c5f1ac ON cohorts_seatrule USING btree (institution_id);
--
CREATE INDEX cohorts_selection_by_id_93dbc294 ON cohorts_selection USING btree (by_id);
--
CREATE INDEX cohorts_selection_cohort_id_cc727e1d ON cohorts_selection USING btree (cohort_id);
--
CREATE UNIQUE INDEX completion_certificate_once ON certification_certificate USING btree (training_id, person_id) WHERE kind::text = 'completion'::text AND NOT act::text = 'correction'::text;
--
CREATE INDEX content_object_idx ON wagtailcore_revision USING btree (content_type_id, object_id);
--
CREATE INDEX curricula_changenote_by_id_0c31d976 ON curricula_changenote USING btree (by_id);
--
CREATE INDEX curricula_changenote_marked_by_id_b5468385 ON curricula_changenote USING btree (marked_by_id);
--
CREATE INDEX curricula_changenote_module_id_b5c5753d ON curricula_changenote USING btree (module_id);
--
CREATE INDEX curricula_curriculum_code_b6f3d606_like ON curricula_curriculum USING btree (code varchar_pattern_ops);
--
CREATE INDEX curricula_curriculumpage_curriculum_id_00ef6f6f ON curricula_curriculumpage USING btree (curriculum_id);
--
CREATE INDEX curricula_download_at_26acbdd8 ON curricula_download USING btree (at);
--
CREATE INDEX curricula_download_edition_file_id_1d63d277 ON curricula_download USING btree (edition_file_id);
--
CREATE INDEX curricula_download_edition_id_ef81ceab ON curricula_download USING btree (edition_id);
--
CREATE INDEX curricula_download_material_id_e864216f ON curricula_download USING btree (material_id);
--
CREATE INDEX curricula_download_module_id_57605bfb ON curricula_download USING btree (module_id);
--
CREATE INDEX curricula_download_user_id_4fc77c7e ON curricula_download USING btree (user_id);
--
CREATE INDEX curricula_edition_curriculum_id_7e8d8626 ON curricula_edition USING btree (curriculum_id);
--
CREATE INDEX curricula_edition_published_by_id_545c44d1 ON curricula_edition USING btree (published_by_id);
--
CREATE INDEX curricula_editionchange_edition_id_a1a90e77 ON curricula_editionchange USING btree (edition_id);
--
CREATE INDEX curricula_editionchange_module_id_bcc45737 ON curricula_editionchange USING btree (module_id);
--
CREATE INDEX curricula_editionfile_module_id_59d2f4bf ON curricula_editionfile USING btree (module_id);
--
CREATE INDEX curricula_editionform_edition_id_39f5f237 ON curricula_editionform USING btree (edition_id);
--
CREATE INDEX curricula_editionitem_item_id_32843893 ON curricula_editionitem USING btree (item_id);
--
CREATE INDEX curricula_editionitem_module_id_fce5c4f0 ON curricula_editionitem USING btree (module_id);
--
CREATE INDEX curricula_editionmodule_edition_id_08f7d6a1 ON curricula_editionmodule USING btree (edition_id);
--
CREATE INDEX curricula_editionmodule_module_id_84d0a76d ON curricula_editionmodule USING btree (module_id);
--
CREATE INDEX curricula_editiontext_added_by_id_ab677634 ON curricula_editiontext USING btree (added_by_id);
--
CREATE INDEX curricula_editiontext_module_id_51ddf38a ON curricula_editiontext USING btree (module_id);
--
CREATE INDEX curricula_item_module_id_b1970ae3 ON curricula_item USING btree (module_id);
--
CREATE INDEX curricula_item_translation_of_id_2261cb1a ON curricula_item USING btree (translation_of_id);
--
CREATE INDEX curricula_material_collection_id_5a1552b0 ON curricula_material USING btree (collection_id);
--
CREATE INDEX curricula_material_module_id_02c7719d ON curricula_material USING btree (module_id);
--
CREATE INDEX curricula_material_uploaded_by_user_id_30e420d9 ON curricula_material USING btree (uploaded_by_user_id);
--
CREATE INDEX curricula_module_curriculum_id_488ad2ed ON curricula_module USING btree (curriculum_id);
--
CREATE INDEX curricula_modulepage_module_id_934e471d ON curricula_modulepage USING btree (module_id);
--
CREATE INDEX curricula_readingplace_curriculum_id_1affcfba ON curricula_readingplace USING btree (curriculum_id);
--
CREATE INDEX curricula_readingplace_page_id_60fa9b86 ON curricula_readingplace USING btree (page_id);
--
CREATE INDEX curricula_readingplace_user_id_6e9e3061 ON curricula_readingplace USING btree (user_id);
--
CREATE INDEX curricula_secondpersontask_groups_group_id_caf6bfd5 ON curricula_secondpersontask_groups USING btree (group_id);
--
CREATE INDEX curricula_secondpersontask_groups_secondpersontask_id_591caef6 ON curricula_secondpersontask_groups USING btree (secondpersontask_id);
--
CREATE INDEX curricula_translationreview_by_id_83162120 ON curricula_translationreview USING btree (by_id);
--
CREATE INDEX curricula_translationreview_module_id_86a9a7aa ON curricula_translationreview USING btree (module_id);
--
CREATE INDEX django_session_expire_date_a5c62663 ON django_session USING btree (expire_date);
--
CREATE INDEX django_session_session_key_c0390e0f_like ON django_session USING btree (session_key varchar_pattern_ops);
--
CREATE INDEX django_task_backend_071754_idx ON django_tasks_database_dbtaskresult USING btree (backend_name);
--
CREATE INDEX django_task_queue_n_99c321_idx ON django_tasks_database_dbtaskresult USING btree (queue_name);
--
CREATE INDEX formstate_user_object ON wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
--
CREATE INDEX institutions_facility_code_bee0c3eb_like ON institutions_facility USING btree (code varchar_pattern_ops);
--
CREATE INDEX institutions_facility_jurisdiction_id_a585bd41 ON institutions_facility USING btree (jurisdiction_id);
--
CREATE INDEX institutions_institution_code_1ada263d_like ON institutions_institution USING btree (code varchar_pattern_ops);
--
CREATE INDEX institutions_institution_jurisdiction_id_2796ce0a ON institutions_institution USING btree (jurisdiction_id);
--
CREATE INDEX institutions_institution_parent_id_0923b4f5 ON institutions_institution USING btree (parent_id);
--
CREATE INDEX institutions_jurisdiction_code_284b57f0_like ON institutions_jurisdiction USING btree (code varchar_pattern_ops);
--
CREATE INDEX institutions_jurisdiction_name_c42e317a_like ON institutions_jurisdiction USING btree (name varchar_pattern_ops);
--
CREATE INDEX institutions_targetpopulation_institution_id_98dbc9e3 ON institutions_targetpopulation USING btree (institution_id);
--
CREATE INDEX institutions_unit_institution_id_7664cb8f ON institutions_unit USING btree (institution_id);
--
CREATE INDEX intake_draf_purpose_66eb63_idx ON intake_draft USING btree (purpose, subject_id);
--
CREATE INDEX intake_draft_uploaded_by_id_d50ab84f ON intake_draft USING btree (uploaded_by_id);
--
CREATE UNIQUE INDEX item_translated_once ON curricula_item USING btree (translation_of_id, language) WHERE retired_on IS NULL;
--
CREATE UNIQUE INDEX letter_waiting_once ON cohorts_letter USING btree (nomination_id) WHERE status::text = 'waiting'::text;
--
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON mfa_authenticator USING btree (user_id);
--
CREATE INDEX monitoring_reportingperiod_label_0fe89cb4_like ON monitoring_reportingperiod USING btree (label varchar_pattern_ops);
--
CREATE INDEX monitoring_snapshot_period_id_7e6b0416 ON monitoring_snapshot USING btree (period_id);
--
CREATE INDEX monitoring_snapshot_taken_by_id_515658b1 ON monitoring_snapshot USING btree (taken_by_id);
--
CREATE UNIQUE INDEX one_open_batch_for_a_training ON certification_issuebatch USING btree (training_id, kind) WHERE finished_at IS NULL;
--
CREATE INDEX people_person_institution_id_c687915c ON people_person USING btree (institution_id);
--
CREATE INDEX people_person_merged_into_id_138bbee4 ON people_person USING btree (merged_into_id);
--
CREATE INDEX people_person_name_key_01f61d18 ON people_person USING btree (name_key);
--
CREATE INDEX people_person_name_key_01f61d18_like ON people_person USING btree (name_key varchar_pattern_ops);
--
CREATE INDEX people_person_unit_id_0a537c13 ON people_person USING btree (unit_id);
--
CREATE INDEX people_role_granted_by_id_95503907 ON people_role USING btree (granted_by_id);
--
CREATE INDEX people_role_institution_id_237928a7 ON people_role USING btree (institution_id);
--
CREATE INDEX people_role_user_id_432e6469 ON people_role USING btree (user_id);
--
CREATE INDEX people_user_email_1f424fe4_like ON people_user USING btree (email varchar_pattern_ops);
--
CREATE INDEX people_user_groups_group_id_1f0237d0 ON people_user_groups USING btree (group_id);
--
CREATE INDEX people_user_groups_user_id_290df956 ON people_user_groups USING btree (user_id);
--
CREATE INDEX people_user_user_permissions_permission_id_55f01ef0 ON people_user_user_permissions USING btree (permission_id);
--
CREATE INDEX people_user_user_permissions_user_id_7d19557b ON people_user_user_permissions USING btree (user_id);
--
CREATE UNIQUE INDEX person_email_once_per_institution ON people_person USING btree (institution_id, lower(email::text)) WHERE NOT email::text = ''::text AND merged_into_id IS NULL;
--
CREATE UNIQUE INDEX person_service_number_once_per_institution ON people_person USING btree (institution_id, service_number) WHERE NOT service_number::text = ''::text AND merged_into_id IS NULL;
--
CREATE INDEX pool_remind_sent_at_48683c_idx ON pool_reminder USING btree (sent_at, dropped_at);
--
CREATE INDEX pool_reminder_person_id_0ccfdbe8 ON pool_reminder USING btree (person_id);
--
CREATE INDEX pool_reminder_recipient_id_5151a1e5 ON pool_reminder USING btree (recipient_id);
--
CREATE INDEX programme_programme_code_e655ed06_like ON programme_programme USING btree (code varchar_pattern_ops);
--
CREATE INDEX programme_target_programme_id_5ed39d21 ON programme_target USING btree (programme_id);
--
CREATE INDEX programme_targetshare_jurisdiction_id_5b7c810e ON programme_targetshare USING btree (jurisdiction_id);
--
CREATE INDEX programme_targetshare_target_id_a8e48683 ON programme_targetshare USING btree (target_id);
--
CREATE INDEX referenceindex_source_object ON wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
--
CREATE INDEX referenceindex_target_object ON wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
--
CREATE UNIQUE INDEX reminder_to_focal_point_once ON pool_reminder USING btree (kind, person_id, subject, threshold, recipient_id) WHERE audience::text = 'focal_point'::text;
--
CREATE UNIQUE INDEX reminder_to_trainer_once ON pool_reminder USING btree (kind, person_id, subject, threshold) WHERE audience::text = 'trainer'::text;
--
CREATE INDEX review_newest ON curricula_translationreview USING btree (module_id, language, id DESC);
--
CREATE UNIQUE INDEX rollout_one_open_version ON assessments_rolloutplan USING btree (training_id, person_id) WHERE confirmed_at IS NULL;
--
CREATE UNIQUE INDEX standing_request_one_at_a_time ON certification_standingrequest USING btree (certificate_id) WHERE status::text = 'open'::text;
--
CREATE INDEX taggit_tag_name_58eb2ed9_like ON taggit_tag USING btree (name varchar_pattern_ops);
--
CREATE INDEX taggit_tag_slug_6be58b2c_like ON taggit_tag USING btree (slug varchar_pattern_ops);
--
CREATE INDEX taggit_tagg_content_8fc721_idx ON taggit_taggeditem USING btree (content_type_id, object_id);
--
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON taggit_taggeditem USING btree (content_type_id);
--
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON taggit_taggeditem USING btree (object_id);
--
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON taggit_taggeditem USING btree (tag_id);
--
CREATE UNIQUE INDEX target_population_unknown_once ON institutions_targetpopulation USING btree (institution_id, job_function) WHERE valid_from IS NULL;
--
CREATE INDEX tasks_db_new_ordering_idx ON django_tasks_database_dbtaskresult USING btree (status, priority DESC, run_after, enqueued_at) WHERE status::text = 'READY'::text;
--
CREATE UNIQUE INDEX training_has_one_lead ON trainings_deliverer USING btree (training_id) WHERE part::text = 'lead'::text;
--
CREATE INDEX trainings_a_starts__77b849_idx ON trainings_agendaitem USING btree (starts_at, ends_at);
--
CREATE INDEX trainings_agendafacilitator_item_id_69745faa ON trainings_agendafacilitator USING btree (item_id);
--
CREATE INDEX trainings_agendafacilitator_person_id_9ae259e0 ON trainings_agendafacilitator USING btree (person_id);
--
CREATE INDEX trainings_agendaitem_module_id_77f5c4ac ON trainings_agendaitem USING btree (module_id);
--
CREATE INDEX trainings_agendaitem_session_id_734bb909 ON trainings_agendaitem USING btree (session_id);
--
CREATE INDEX trainings_agendaitem_training_id_76f15e7d ON trainings_agendaitem USING btree (training_id);
--
CREATE INDEX trainings_attendance_enrolment_id_fc2ea520 ON trainings_attendance USING btree (enrolment_id);
--
CREATE INDEX trainings_attendance_recorded_by_id_9177fbd3 ON trainings_attendance USING btree (recorded_by_id);
--
CREATE INDEX trainings_attendance_session_id_cc50f324 ON trainings_attendance USING btree (session_id);
--
CREATE INDEX trainings_decision_by_id_a9af013d ON trainings_decision USING btree (by_id);
--
CREATE INDEX trainings_decision_training_id_60808cec ON trainings_decision USING btree (training_id);
--
CREATE INDEX trainings_deliverer_person_id_14f79efc ON trainings_deliverer USING btree (person_id);
--
CREATE INDEX trainings_deliverer_training_id_2bfa235f ON trainings_deliverer USING btree (training_id);
--
CREATE INDEX trainings_enrolment_person_id_ac766562 ON trainings_enrolment USING btree (person_id);
--
CREATE INDEX trainings_enrolment_training_id_95e827ab ON trainings_enrolment USING btree (training_id);
--
CREATE INDEX trainings_session_edition_id_3a1c3c27 ON trainings_session USING btree (edition_id);
--
CREATE INDEX trainings_session_training_id_82eefcb9 ON trainings_session USING btree (training_id);
--
CREATE INDEX trainings_sessionmodule_module_id_cb01942e ON trainings_sessionmodule USING btree (module_id);
--
CREATE INDEX trainings_sessionmodule_session_id_40d52367 ON trainings_sessionmodule USING btree (session_id);
--
CREATE INDEX trainings_t_institu_a0ebf2_idx ON trainings_training USING btree (institution_id, status);
--
CREATE INDEX trainings_t_starts__ac1dff_idx ON trainings_training USING btree (starts_on, ends_on);
--
CREATE INDEX trainings_training_created_by_id_2a11700a ON trainings_training USING btree (created_by_id);
--
CREATE INDEX trainings_training_curriculum_id_9845aa46 ON trainings_training USING btree (curriculum_id);
--
CREATE INDEX trainings_training_edition_id_d3673b56 ON trainings_training USING btree (edition_id);
--
CREATE INDEX trainings_training_enrolment_code_e113943d_like ON trainings_training USING btree (enrolment_code varchar_pattern_ops);
--
CREATE INDEX trainings_training_institution_id_32cab34c ON trainings_training USING btree (institution_id);
--
CREATE INDEX trainings_training_reference_43ef8209_like ON trainings_training USING btree (reference varchar_pattern_ops);
--
CREATE UNIQUE INDEX unique_authenticator_type ON mfa_authenticator USING btree (user_id, type) WHERE type::text = ANY (ARRAY['totp'::character varying::text, 'recovery_codes'::character varying::text]);
--
CREATE UNIQUE INDEX unique_in_progress_workflow ON wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE status::text = ANY (ARRAY['in_progress'::character varying::text, 'needs_changes'::character varying::text]);
--
CREATE UNIQUE INDEX unique_primary_email ON account_emailaddress USING btree (user_id, "primary") WHERE "primary";
--
CREATE UNIQUE INDEX unique_verified_email ON account_emailaddress USING btree (email) WHERE verified;
--
CREATE INDEX wagtail_localize_localesynchronization_sync_from_id_1bc4c2eb ON wagtail_localize_localesynchronization USING btree (sync_from_id);
--
CREATE INDEX wagtail_localize_overridablesegment_context_id_eed8c388 ON wagtail_localize_overridablesegment USING btree (context_id);
--
CREATE INDEX wagtail_localize_overridablesegment_source_id_5720ac20 ON wagtail_localize_overridablesegment USING btree (source_id);
--
CREATE INDEX wagtail_localize_relatedobjectsegment_context_id_c0a725be ON wagtail_localize_relatedobjectsegment USING btree (context_id);
--
CREATE INDEX wagtail_localize_relatedobjectsegment_object_id_6c7b58df ON wagtail_localize_relatedobjectsegment USING btree (object_id);
--
CREATE INDEX wagtail_localize_relatedobjectsegment_source_id_9a3b1373 ON wagtail_localize_relatedobjectsegment USING btree (source_id);
--
CREATE INDEX wagtail_localize_segmentoverride_context_id_f827efe0 ON wagtail_localize_segmentoverride USING btree (context_id);
--
CREATE INDEX wagtail_localize_segmentoverride_last_translated_by_id_a86448fc ON wagtail_localize_segmentoverride USING btree (last_translated_by_id);
--
CREATE INDEX wagtail_localize_segmentoverride_locale_id_b1673d41 ON wagtail_localize_segmentoverride USING btree (locale_id);
--
CREATE INDEX wagtail_localize_string_locale_id_2cded126 ON wagtail_localize_string USING btree (locale_id);
--
CREATE INDEX wagtail_localize_stringsegment_context_id_63235539 ON wagtail_localize_stringsegment USING btree (context_id);
--
CREATE INDEX wagtail_localize_stringsegment_source_id_5804129f ON wagtail_localize_stringsegment USING btree (source_id);
--
CREATE INDEX wagtail_localize_stringsegment_string_id_6356d5ec ON wagtail_localize_stringsegment USING btree (string_id);
--
CREATE INDEX wagtail_localize_stringtra_last_translated_by_id_764c7a3f ON wagtail_localize_stringtranslation USING btree (last_translated_by_id);
--
CREATE INDEX wagtail_localize_stringtranslation_context_id_3cc13049 ON wagtail_localize_stringtranslation USING btree (context_id);
--
CREATE INDEX wagtail_localize_stringtranslation_locale_id_b9e3730d ON wagtail_localize_stringtranslation USING btree (locale_id);
--
CREATE INDEX wagtail_localize_stringtranslation_translation_of_id_8eef01d0 ON wagtail_localize_stringtranslation USING btree (translation_of_id);
--
CREATE INDEX wagtail_localize_templatesegment_context_id_81456b25 ON wagtail_localize_templatesegment USING btree (context_id);
--
CREATE INDEX wagtail_localize_templatesegment_source_id_26b89dc6 ON wagtail_localize_templatesegment USING btree (source_id);
--
CREATE INDEX wagtail_localize_templatesegment_template_id_c370b3c8 ON wagtail_localize_templatesegment USING btree (template_id);
--
CREATE INDEX wagtail_localize_translatableobject_content_type_id_0d6c5139 ON wagtail_localize_translatableobject USING btree (content_type_id);
--
CREATE INDEX wagtail_localize_translati_specific_content_type_id_3095eb76 ON wagtail_localize_translationsource USING btree (specific_content_type_id);
--
CREATE INDEX wagtail_localize_translation_source_id_e326e1e3 ON wagtail_localize_translation USING btree (source_id);
--
CREATE INDEX wagtail_localize_translation_target_locale_id_8c524f73 ON wagtail_localize_translation USING btree (target_locale_id);
--
CREATE INDEX wagtail_localize_translationcontext_object_id_86263ce7 ON wagtail_localize_translationcontext USING btree (object_id);
--
CREATE INDEX wagtail_localize_translationlog_locale_id_37619cb4 ON wagtail_localize_translationlog USING btree (locale_id);
--
CREATE INDEX wagtail_localize_translationlog_page_revision_id_b036eea6 ON wagtail_localize_translationlog USING btree (revision_id);
--
CREATE INDEX wagtail_localize_translationlog_source_id_7228923e ON wagtail_localize_translationlog USING btree (source_id);
--
CREATE INDEX wagtail_localize_translationsource_locale_id_0ac264c0 ON wagtail_localize_translationsource USING btree (locale_id);
--
CREATE INDEX wagtail_localize_translationsource_object_id_6a078fd2 ON wagtail_localize_translationsource USING btree (object_id);
--
CREATE INDEX wagtailadmi_content_717955_idx ON wagtailadmin_editingsession USING btree (content_type_id, object_id);
--
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON wagtailadmin_editingsession USING btree (content_type_id);
--
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON wagtailadmin_editingsession USING btree (user_id);
--
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON wagtailadmin_formstate USING btree (content_type_id);
--
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON wagtailadmin_formstate USING btree (user_id);
--
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON wagtailcore_collection USING btree (path varchar_pattern_ops);
--
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
--
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON wagtailcore_collectionviewrestriction USING btree (collection_id);
--
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON wagtailcore_collectionviewrestriction_groups USING btree (group_id);
--
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON wagtailcore_comment USING btree (page_id);
--
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON wagtailcore_comment USING btree (resolved_by_id);
--
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON wagtailcore_comment USING btree (revision_created_id);
--
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON wagtailcore_comment USING btree (user_id);
--
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON wagtailcore_commentreply USING btree (comment_id);
--
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON wagtailcore_commentreply USING btree (user_id);
--
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
--
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON wagtailcore_groupapprovaltask_groups USING btree (group_id);
--
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON wagtailcore_groupcollectionpermission USING btree (collection_id);
--
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON wagtailcore_groupcollectionpermission USING btree (group_id);
--
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON wagtailcore_groupcollectionpermission USING btree (permission_id);
--
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON wagtailcore_grouppagepermission USING btree (group_id);
--
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON wagtailcore_grouppagepermission USING btree (page_id);
--
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON wagtailcore_grouppagepermission USING btree (permission_id);
--
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON wagtailcore_groupsitepermission USING btree (group_id);
--
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON wagtailcore_groupsitepermission USING btree (permission_id);
--
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON wagtailcore_groupsitepermission USING btree (site_id);
--
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON wagtailcore_locale USING btree (language_code varchar_pattern_ops);
--
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON wagtailcore_modellogentry USING btree (action);
--
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
--
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON wagtailcore_modellogentry USING btree (content_changed);
--
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON wagtailcore_modellogentry USING btree (content_type_id);
--
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON wagtailcore_modellogentry USING btree (object_id);
--
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
--
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON wagtailcore_modellogentry USING btree (revision_id);
--
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON wagtailcore_modellogentry USING btree ("timestamp");
--
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON wagtailcore_modellogentry USING btree (user_id);
--
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON wagtailcore_page USING btree (alias_of_id);
--
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON wagtailcore_page USING btree (content_type_id);
--
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON wagtailcore_page USING btree (first_published_at);
--
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON wagtailcore_page USING btree (latest_revision_id);
--
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON wagtailcore_page USING btree (live_revision_id);
--
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON wagtailcore_page USING btree (locale_id);
--
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON wagtailcore_page USING btree (locked_by_id);
--
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON wagtailcore_page USING btree (owner_id);
--
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON wagtailcore_page USING btree (path varchar_pattern_ops);
--
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON wagtailcore_page USING btree (slug);
--
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON wagtailcore_page USING btree (slug varchar_pattern_ops);
--
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON wagtailcore_pagelogentry USING btree (action);
--
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
--
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON wagtailcore_pagelogentry USING btree (content_changed);
--
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON wagtailcore_pagelogentry USING btree (content_type_id);
--
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON wagtailcore_pagelogentry USING btree (page_id);
--
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON wagtailcore_pagelogentry USING btree (revision_id);
--
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON wagtailcore_pagelogentry USING btree ("timestamp");
--
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON wagtailcore_pagelogentry USING btree (user_id);
--
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON wagtailcore_revision USING btree (approved_go_live_at);
--
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON wagtailcore_revision USING btree (created_at);
--
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON wagtailcore_revision USING btree (user_id);
--
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON wagtailcore_pagesubscription USING btree (page_id);
--
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON wagtailcore_pagesubscription USING btree (user_id);
--
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
--
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON wagtailcore_pageviewrestriction_groups USING btree (group_id);
--
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON wagtailcore_pageviewrestriction USING btree (page_id);
--
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON wagtailcore_referenceindex USING btree (base_content_type_id);
--
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON wagtailcore_referenceindex USING btree (content_type_id);
--
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON wagtailcore_referenceindex USING btree (to_content_type_id);
--
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON wagtailcore_revision USING btree (base_content_type_id);
--
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON wagtailcore_revision USING btree (content_type_id);
--
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON wagtailcore_site USING btree (hostname);
--
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON wagtailcore_site USING btree (hostname varchar_pattern_ops);
--
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON wagtailcore_site USING btree (root_page_id);
--
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON wagtailcore_task USING btree (content_type_id);
--
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON wagtailcore_taskstate USING btree (content_type_id);
--
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON wagtailcore_taskstate USING btree (finished_by_id);
--
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON wagtailcore_taskstate USING btree (revision_id);
--
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON wagtailcore_taskstate USING btree (task_id);
--
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON wagtailcore_taskstate USING btree (workflow_state_id);
--
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON wagtailcore_uploadedfile USING btree (for_content_type_id);
--
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
--
CREATE INDEX wagtailcore_uuid_06a44d_idx ON wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
--
CREATE INDEX wagtailcore_uuid_d6363b_idx ON wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
--
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON wagtailcore_workflowcontenttype USING btree (workflow_id);
--
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON wagtailcore_workflowpage USING btree (workflow_id);
--
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON wagtailcore_workflowstate USING btree (base_content_type_id);
--
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON wagtailcore_workflowstate USING btree (content_type_id);
--
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON wagtailcore_workflowstate USING btree (requested_by_id);
--
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON wagtailcore_workflowstate USING btree (workflow_id);
--
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON wagtailcore_workflowtask USING btree (task_id);
--
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON wagtailcore_workflowtask USING btree (workflow_id);
--
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON wagtaildocs_document USING btree (collection_id);
--
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON wagtaildocs_document USING btree (uploaded_by_user_id);
--
CREATE INDEX wagtailembeds_embed_cache_until_26c94bb0 ON wagtailembeds_embed USING btree (cache_until);
--
CREATE INDEX wagtailembeds_embed_hash_c9bd8c9a_like ON wagtailembeds_embed USING btree (hash varchar_pattern_ops);
--
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON wagtailimages_image USING btree (collection_id);
--
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON wagtailimages_image USING btree (created_at);
--
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON wagtailimages_image USING btree (file_hash);
--
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON wagtailimages_image USING btree (file_hash varchar_pattern_ops);
--
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON wagtailimages_image USING btree (uploaded_by_user_id);
--
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON wagtailimages_rendition USING btree (filter_spec);
--
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
--
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON wagtailimages_rendition USING btree (image_id);
--
CREATE INDEX wagtailsear_autocom_476c89_gin ON wagtailsearch_indexentry USING gin (autocomplete);
--
CREATE INDEX wagtailsear_body_90c85d_gin ON wagtailsearch_indexentry USING gin (body);
--
CREATE INDEX wagtailsear_title_9caae0_gin ON wagtailsearch_indexentry USING gin (title);
--
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON wagtailsearch_indexentry USING btree (content_type_id);
--
CREATE INDEX workflowstate_base_ct_id_idx ON wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
--
CREATE INDEX workflowstate_ct_id_idx ON wagtailcore_workflowstate USING btree (content_type_id, object_id);
--
CREATE TRIGGER rollout_commitment_closed BEFORE INSERT ON assessments_commitment FOR EACH ROW EXECUTE FUNCTION rollout_commitment_closed();
--
CREATE TRIGGER rollout_commitment_frozen BEFORE UPDATE ON assessments_commitment FOR EACH ROW EXECUTE FUNCTION rollout_commitment_frozen();
--
CREATE TRIGGER rollout_commitment_kept BEFORE DELETE ON assessments_commitment FOR EACH ROW EXECUTE FUNCTION rollout_commitment_kept();
--
CREATE TRIGGER rollout_plan_frozen BEFORE UPDATE ON assessments_rolloutplan FOR EACH ROW EXECUTE FUNCTION rollout_plan_frozen();
--
CREATE TRIGGER rollout_plan_kept BEFORE DELETE ON assessments_rolloutplan FOR EACH ROW EXECUTE FUNCTION rollout_plan_kept();
--
CREATE TRIGGER certificate_frozen BEFORE UPDATE ON certification_certificate FOR EACH ROW EXECUTE FUNCTION certificate_frozen();
--
CREATE TRIGGER certificate_kept BEFORE DELETE ON certification_certificate FOR EACH ROW EXECUTE FUNCTION certificate_kept();
--
CREATE TRIGGER certificate_event_frozen BEFORE UPDATE ON certification_certificateevent FOR EACH ROW EXECUTE FUNCTION certificate_event_frozen();
--
CREATE TRIGGER certificate_event_kept BEFORE DELETE ON certification_certificateevent FOR EACH ROW EXECUTE FUNCTION certificate_event_kept();
--
CREATE TRIGGER certification_decision_frozen BEFORE UPDATE ON certification_decision FOR EACH ROW EXECUTE FUNCTION certification_decision_frozen();
--
CREATE TRIGGER certification_decision_kept BEFORE DELETE ON certification_decision FOR EACH ROW EXECUTE FUNCTION certification_decision_kept();
--
CREATE TRIGGER certificate_log_frozen BEFORE UPDATE ON certification_logentry FOR EACH ROW EXECUTE FUNCTION certificate_log_frozen();
--
CREATE TRIGGER certificate_log_kept BEFORE DELETE ON certification_logentry FOR EACH ROW EXECUTE FUNCTION certificate_log_kept();
--
CREATE TRIGGER scheme_requirement_frozen BEFORE UPDATE ON certification_schemerequirement FOR EACH ROW EXECUTE FUNCTION scheme_requirement_frozen();
--
CREATE TRIGGER scheme_requirement_kept BEFORE DELETE ON certification_schemerequirement FOR EACH ROW EXECUTE FUNCTION scheme_requirement_kept();
--
CREATE TRIGGER scheme_version_frozen BEFORE UPDATE ON certification_schemeversion FOR EACH ROW EXECUTE FUNCTION scheme_version_frozen();
--
CREATE TRIGGER scheme_version_kept BEFORE DELETE ON certification_schemeversion FOR EACH ROW EXECUTE FUNCTION scheme_version_kept();
--
CREATE TRIGGER standing_request_frozen BEFORE UPDATE ON certification_standingrequest FOR EACH ROW EXECUTE FUNCTION standing_request_frozen();
--
CREATE TRIGGER standing_request_kept BEFORE DELETE ON certification_standingrequest FOR EACH ROW EXECUTE FUNCTION standing_request_kept();
--
CREATE TRIGGER curricula_curriculum_keep BEFORE DELETE ON curricula_curriculum FOR EACH ROW EXECUTE FUNCTION curricula_curriculum_keep();
--
CREATE TRIGGER curricula_curriculumpage_keep BEFORE DELETE ON curricula_curriculumpage FOR EACH ROW EXECUTE FUNCTION curricula_curriculumpage_keep();
--
CREATE TRIGGER curricula_edition_no_delete BEFORE DELETE ON curricula_edition FOR EACH ROW EXECUTE FUNCTION curricula_edition_no_delete();
--
CREATE TRIGGER curricula_edition_no_update BEFORE UPDATE OF id, curriculum_id, label, languages, minutes, sha256, note, published_at, published_by_id ON curricula_edition FOR EACH ROW EXECUTE FUNCTION curricula_edition_no_update();
--
CREATE TRIGGER curricula_editionchange_no_delete BEFORE DELETE ON curricula_editionchange FOR EACH ROW EXECUTE FUNCTION curricula_editionchange_no_delete();
--
CREATE TRIGGER curricula_editionchange_no_update BEFORE UPDATE OF id, edition_id, module_id, word, is_safety_relevant ON curricula_editionchange FOR EACH ROW EXECUTE FUNCTION curricula_editionchange_no_update();
--
CREATE TRIGGER curricula_editionfile_no_delete BEFORE DELETE ON curricula_editionfile FOR EACH ROW EXECUTE FUNCTION curricula_editionfile_no_delete();
--
CREATE TRIGGER curricula_editionfile_no_update BEFORE UPDATE OF id, module_id, title, file_name, classification, language, size, sha256, file ON curricula_editionfile FOR EACH ROW EXECUTE FUNCTION curricula_editionfile_no_update();
--
CREATE TRIGGER curricula_editionform_no_delete BEFORE DELETE ON curricula_editionform FOR EACH ROW EXECUTE FUNCTION curricula_editionform_no_delete();
--
CREATE TRIGGER curricula_editionform_no_update BEFORE UPDATE OF id, edition_id, moment, codes, seed, items, sha256 ON curricula_editionform FOR EACH ROW EXECUTE FUNCTION curricula_editionform_no_update();
--
CREATE TRIGGER curricula_editionitem_no_delete BEFORE DELETE ON curricula_editionitem FOR EACH ROW EXECUTE FUNCTION curricula_editionitem_no_delete();
--
CREATE TRIGGER curricula_editionitem_no_update BEFORE UPDATE OF id, module_id, item_id, code, language, content, sha256 ON curricula_editionitem FOR EACH ROW EXECUTE FUNCTION curricula_editionitem_no_update();
--
CREATE TRIGGER curricula_editionmodule_no_delete BEFORE DELETE ON curricula_editionmodule FOR EACH ROW EXECUTE FUNCTION curricula_editionmodule_no_delete();
--
CREATE TRIGGER curricula_editionmodule_no_update BEFORE UPDATE OF id, edition_id, module_id, title, kind, is_mandatory, "order", minutes, content ON curricula_editionmodule FOR EACH ROW EXECUTE FUNCTION curricula_editionmodule_no_update();
--
CREATE TRIGGER curricula_editiontext_no_delete BEFORE DELETE ON curricula_editiontext FOR EACH ROW EXECUTE FUNCTION curricula_editiontext_no_delete();
--
CREATE TRIGGER curricula_editiontext_no_update BEFORE UPDATE OF id, module_id, language, number, title, content, covers, sha256, added_at, added_by_id ON curricula_editiontext FOR EACH ROW EXECUTE FUNCTION curricula_editiontext_no_update();
--
CREATE TRIGGER curricula_module_keep BEFORE DELETE ON curricula_module FOR EACH ROW EXECUTE FUNCTION curricula_module_keep();
--
CREATE TRIGGER curricula_modulepage_keep BEFORE DELETE ON curricula_modulepage FOR EACH ROW EXECUTE FUNCTION curricula_modulepage_keep();
--
CREATE TRIGGER institution_in_no_circle BEFORE UPDATE OF parent_id ON institutions_institution FOR EACH ROW EXECUTE FUNCTION institution_in_no_circle();
--
CREATE TRIGGER institution_not_too_deep BEFORE INSERT ON institutions_institution FOR EACH ROW EXECUTE FUNCTION institution_not_too_deep();
