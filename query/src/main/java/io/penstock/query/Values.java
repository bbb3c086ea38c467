package io.penstock.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values that are known without the data: words, relative dates, and the field's own example. */
final class Values {

    private static final List<String> DATES =
            List.of("now-1d", "now-7d", "now-30d", "now-3M", "now-1y", "now", "now+7d", "now+30d");

    private static final Pattern AMOUNT = Pattern.compile("(?i)now[+-]\\d{1,6}");
    private static final List<String> UNITS = List.of("d", "w", "M", "y", "h", "m", "s");

    private static final Place PLACE = new Place(1);

    private final AskedValue asked;
    private final QueryField field;
    private final Examples examples;

    Values(AskedValue asked, FieldCatalogue catalogue) {
        this.asked = asked;
        this.field = asked.field();
        this.examples = new Examples(catalogue);
    }

    List<Suggestion> matching(String typed) {
        return switch (field.type()) {
            case ENUM -> words(typed, List.copyOf(field.values().keySet()));
            case BOOLEAN -> words(typed, List.of("true", "false"));
            case DATE -> dates(typed);
            case NUMBER, TEXT, UUID -> examples(typed);
        };
    }

    /** Words that begin so, then those that hold it; else the nearest. */
    private List<Suggestion> words(String typed, List<String> words) {
        var key = typed.toLowerCase(Locale.ROOT);
        var begin = words.stream().filter(word -> lower(word).startsWith(key)).toList();
        var hold =
                words.stream()
                        .filter(word -> lower(word).contains(key) && !begin.contains(word))
                        .toList();
        var found = Stream.concat(begin.stream(), hold.stream()).toList();
        return offered(found.isEmpty() ? Nearest.of(typed, words).stream().toList() : found);
    }

    private List<Suggestion> dates(String typed) {
        var all = new ArrayList<String>();
        if (AMOUNT.matcher(typed).matches()) {
            UNITS.forEach(unit -> all.add(typed + unit));
        }
        DATES.stream().filter(date -> date.startsWith(lower(typed))).forEach(all::add);
        return offered(all);
    }

    private List<Suggestion> offered(List<String> values) {
        return values.stream()
                .flatMap(value -> asked.offer(asked.written(value), value, "").stream())
                .toList();
    }

    /** An example has the quotes that make its point, unless others are open. */
    private List<Suggestion> examples(String typed) {
        return examples.values(field).stream()
                .filter(value -> lower(value.text()).contains(lower(typed)))
                .flatMap(value -> example(value).stream())
                .toList();
    }

    private Optional<Suggestion> example(Value value) {
        return asked.offer(inQuotes(value), value.text(), "For example.");
    }

    private Value inQuotes(Value value) {
        return switch (asked.quote()) {
            case '`' -> new Value.Exact(value.text(), PLACE);
            case '"', '\'' -> new Value.Phrase(value.text(), PLACE);
            default -> value;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
