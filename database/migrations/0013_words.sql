-- Searching Chinese: the words of each patrol and every pair of neighbouring characters in them, indexed by what every PostgreSQL has.

CREATE FUNCTION bigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(array_agg(DISTINCT letters[i] || letters[i + 1]), '{}')
  FROM (SELECT string_to_array(lower(words), NULL) AS letters) AS split, generate_series(1, cardinality(letters) - 1) AS i
$$;
COMMENT ON FUNCTION bigrams IS 'Every pair of neighbouring characters, lower case. A text holds a word only if it holds all pairs of the word; whether it does is asked of the text itself.';

CREATE TABLE patrol_words (
  patrol_id uuid PRIMARY KEY REFERENCES patrol,
  words text NOT NULL,
  pairs text[] GENERATED ALWAYS AS (bigrams(words)) STORED
);
CREATE INDEX ON patrol_words USING gin (pairs);
COMMENT ON TABLE patrol_words IS 'Log, note and problems of a patrol as one text to search; kept by triggers. Beside the patrol, so that nothing else has to carry it.';

CREATE FUNCTION renew_patrol_words(id_of_patrol uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO patrol_words (patrol_id, words)
  SELECT patrol.id, concat_ws(E'\n', patrol.log_text, NULLIF(patrol.note, ''), string_agg(issue.text || ' ' || issue.spot, E'\n' ORDER BY issue.no))
  FROM patrol LEFT JOIN issue ON issue.patrol_id = patrol.id
  WHERE patrol.id = id_of_patrol
  GROUP BY patrol.id
  ON CONFLICT (patrol_id) DO UPDATE SET words = excluded.words
$$;

CREATE FUNCTION patrol_words_of_patrol() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_patrol_words(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER patrol_words AFTER UPDATE ON patrol FOR EACH ROW
  WHEN (OLD.log_text IS DISTINCT FROM NEW.log_text OR OLD.note <> NEW.note)
  EXECUTE FUNCTION patrol_words_of_patrol();

CREATE FUNCTION patrol_words_of_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_patrol_words(NEW.patrol_id);
  RETURN NULL;
END $$;
CREATE TRIGGER patrol_words_new AFTER INSERT ON issue FOR EACH ROW
  WHEN (NEW.patrol_id IS NOT NULL) EXECUTE FUNCTION patrol_words_of_issue();
CREATE TRIGGER patrol_words AFTER UPDATE ON issue FOR EACH ROW
  WHEN (NEW.patrol_id IS NOT NULL AND (OLD.text, OLD.spot, OLD.patrol_id) IS DISTINCT FROM (NEW.text, NEW.spot, NEW.patrol_id))
  EXECUTE FUNCTION patrol_words_of_issue();

SELECT renew_patrol_words(id) FROM patrol WHERE log_text IS NOT NULL OR note <> '' OR EXISTS (SELECT FROM issue WHERE patrol_id = patrol.id);
