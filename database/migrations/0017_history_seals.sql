-- The history is sealed in batches, each seal over the one before it: what is changed, removed or slipped in afterwards shows.

-- Fires before the first line of a statement is given its seq: whoever has a seq has a transaction id that is older than any taken later.
-- By that the sealer knows when nothing below a seq can still appear, and no writer waits for it or for another.
CREATE FUNCTION take_xid_before_seq() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER fact_xid_before_seq BEFORE INSERT ON fact FOR EACH STATEMENT EXECUTE FUNCTION take_xid_before_seq();
CREATE UNIQUE INDEX fact_seq ON fact (seq);

CREATE TABLE fact_seal (
  no int PRIMARY KEY CHECK (no > 0),
  after_seq bigint NOT NULL,
  until_seq bigint NOT NULL CHECK (until_seq > after_seq),
  lines bytea NOT NULL CHECK (length(lines) > 0 AND length(lines) % 40 = 0),
  previous bytea NOT NULL,
  sha256 bytea NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE fact_seal IS 'The chain over the history: each seal holds all facts with after_seq < seq <= until_seq and the seal before it.';
COMMENT ON COLUMN fact_seal.lines IS 'For each fact by seq: 8 bytes of its seq, big-endian, and the SHA-256 of its columns (server/platform/seal/canon.ts).';
COMMENT ON COLUMN fact_seal.previous IS 'sha256 of the seal before; 32 zero bytes in the first.';
COMMENT ON COLUMN fact_seal.sha256 IS 'Over the other columns of this seal.';
CREATE TRIGGER fact_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
