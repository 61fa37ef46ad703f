-- Searching Chinese: pairs of neighbouring characters, indexed by what every PostgreSQL has.

CREATE FUNCTION bigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(array_agg(DISTINCT letters[i] || letters[i + 1]), '{}')
  FROM (SELECT string_to_array(lower(words), NULL) AS letters) AS split, generate_series(1, cardinality(letters) - 1) AS i
$$;
COMMENT ON FUNCTION bigrams IS 'Every pair of neighbouring characters, lower case. A text holds a word only if it holds all pairs of the word; whether it does is asked of the text itself.';

CREATE INDEX patrol_words ON patrol USING gin (bigrams(COALESCE(log_text, '') || ' ' || note));
CREATE INDEX issue_words ON issue USING gin (bigrams(text || ' ' || spot));
