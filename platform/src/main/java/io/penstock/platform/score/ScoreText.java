package io.penstock.platform.score;

import io.penstock.core.score.Score;

import tools.jackson.databind.json.JsonMapper;

/** Scores as the database holds them. */
final class ScoreText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ScoreText() {}

    static String of(Score score) {
        return JSON.writeValueAsString(score);
    }

    static Score read(String text) {
        return JSON.readValue(text, Score.class);
    }
}
