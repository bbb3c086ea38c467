package io.penstock.platform.console.map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A value map as lines of {@code from => to}. A word that would not read back as it is stands in
 * double quotes, written as in JSON.
 */
final class WordLines {

    static final int WORD_MAX = 1_000;

    private static final String ARROW = "=>";
    private static final JsonMapper JSON = JsonMapper.shared();

    private WordLines() {}

    /**
     * What was read.
     *
     * @param fault one sentence that names the first line that cannot be read
     */
    record Read(Map<String, String> words, Optional<String> fault) {

        Read {
            words = Map.copyOf(words);
        }
    }

    static String write(Map<String, String> words) {
        return new TreeMap<>(words)
                .entrySet().stream()
                        .map(word ->
                                quoted(word.getKey()) + " " + ARROW + " " + quoted(word.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    /** Blank lines are passed over. */
    static Read read(String text) {
        var words = new LinkedHashMap<String, String>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var fault = readLine(line.strip(), words);
            if (fault.isPresent()) {
                var sentence = "Line %d of the value map %s.".formatted(number, fault.get());
                return new Read(Map.of(), Optional.of(sentence));
            }
        }
        return new Read(words, Optional.empty());
    }

    private static Optional<String> readLine(String line, Map<String, String> words) {
        var end = line.startsWith("\"") ? endOfQuoted(line) : 0;
        var arrow = end < 0 ? -1 : line.indexOf(ARROW, end);
        if (arrow < 0) {
            return Optional.of("has no '=>'; write it as 'source word => target word'");
        }
        var from = word(line.substring(0, arrow).strip());
        var to = word(line.substring(arrow + ARROW.length()).strip());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of("has a quoted word that is not written as in JSON");
        }
        if (from.get().length() > WORD_MAX || to.get().length() > WORD_MAX) {
            return Optional.of("has a word of more than " + WORD_MAX + " characters");
        }
        return words.putIfAbsent(from.get(), to.get()) == null
                ? Optional.empty()
                : Optional.of("has a source word that another line has already");
    }

    private static Optional<String> word(String written) {
        if (!written.startsWith("\"")) {
            return Optional.of(written);
        }
        try {
            var read = JSON.readTree(written);
            return read.isString() ? Optional.of(read.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The place behind the closing quote; -1 when there is none. */
    private static int endOfQuoted(String line) {
        for (var i = 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static String quoted(String word) {
        var plain =
                !word.isEmpty()
                        && word.equals(word.strip())
                        && !word.startsWith("\"")
                        && !word.contains(ARROW)
                        && word.lines().count() == 1
                        && word.chars().noneMatch(c -> c == '\n' || c == '\r');
        return plain ? word : JSON.writeValueAsString(word);
    }
}
