-- The house: units, people, sign-in, the history, the acts already answered, files.

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL
);
COMMENT ON TABLE setting IS 'Facts about this installation: the signing secret, whether the demo was made.';

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('office', 'campaignOffice', 'community', 'department')),
  name text NOT NULL,
  short_name text NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE unit IS 'A unit that runs the campaign (office), or one that stands beside it: campaign office, community, functional department.';

CREATE TABLE unit_partner (
  unit_id uuid NOT NULL REFERENCES unit,
  partner_id uuid NOT NULL REFERENCES unit,
  PRIMARY KEY (unit_id, partner_id)
);
COMMENT ON TABLE unit_partner IS 'Which communities, departments and campaign office a unit works with.';

CREATE TABLE section (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  name text NOT NULL,
  sort int NOT NULL,
  UNIQUE (unit_id, name)
);

-- Sign-in: the tables of better-auth with its user-name plug-in, under names of our own.
CREATE TABLE auth_user (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image text,
  username text UNIQUE,
  "displayUsername" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE auth_session (
  id text PRIMARY KEY,
  "userId" text NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  "expiresAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON auth_session ("userId");
CREATE TABLE auth_account (
  id text PRIMARY KEY,
  "userId" text NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  password text,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON auth_account ("userId");
CREATE TABLE auth_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE sign_in_failure (
  key varchar(255) PRIMARY KEY,
  points int NOT NULL DEFAULT 0,
  expire bigint
);
COMMENT ON TABLE sign_in_failure IS 'Failed sign-ins by user name and by address, counted for throttling.';

CREATE TABLE person (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  name text NOT NULL,
  user_id text UNIQUE REFERENCES auth_user,
  sort int NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX ON person (unit_id, sort);

CREATE TABLE post (
  person_id uuid NOT NULL REFERENCES person,
  n int NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL,
  section_id uuid REFERENCES section,
  title text NOT NULL,
  PRIMARY KEY (person_id, n)
);
COMMENT ON TABLE post IS 'Rights hang on posts in units; a person may hold several.';

CREATE TABLE act (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  name text NOT NULL,
  input_hash bytea NOT NULL,
  answer json,
  at timestamptz NOT NULL
);
COMMENT ON COLUMN act.answer IS 'json, not jsonb: the same act sent again is answered byte for byte.';
COMMENT ON TABLE act IS 'Every act by the id its maker gave it, with the answer: the same act sent again is answered the same.';

CREATE TABLE fact (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  unit_id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  name text NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  act_id uuid,
  at timestamptz NOT NULL,
  device_at timestamptz,
  data jsonb NOT NULL
);
CREATE INDEX ON fact (subject_id, seq);
COMMENT ON COLUMN fact.seq IS 'The order of writing, taken while the record is locked: clocks and ids cannot turn it round.';
COMMENT ON TABLE fact IS 'The history. A line is written in the transaction that changed the record, and never changed afterwards.';

CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history is append-only';
END $$;
CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TABLE photo (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  by_id uuid NOT NULL REFERENCES person,
  sha256 text NOT NULL,
  mime text NOT NULL,
  bytes int NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  shown_sha256 text NOT NULL,
  thumb_sha256 text NOT NULL,
  taken_at timestamptz,
  taken_source text NOT NULL CHECK (taken_source IN ('exif', 'device', 'unknown')),
  position jsonb,
  at timestamptz NOT NULL
);
COMMENT ON TABLE photo IS 'A photo: the original as it came and two copies without metadata, all named by the hash of their bytes.';
