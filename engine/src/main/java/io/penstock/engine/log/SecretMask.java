package io.penstock.engine.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;

/** The secrets this process knows, to be hidden wherever they would be shown. */
public final class SecretMask {

    /** Shorter ones would hide ordinary words; the platform and vendors give longer ones. */
    private static final int LENGTH_MIN = 4;

    private static final String HIDDEN = "***";

    private final Set<String> forms = new CopyOnWriteArraySet<>();

    /** From now on these are hidden, also as they stand in a form or in JSON. */
    public void learn(Collection<String> secrets) {
        secrets.stream()
                .filter(secret -> secret.length() >= LENGTH_MIN)
                .flatMap(SecretMask::forms)
                .forEach(forms::add);
    }

    /** The line without them. */
    public String hide(String line) {
        var hidden = line;
        for (var form : longestFirst()) {
            hidden = hidden.replace(form, HIDDEN);
        }
        return hidden;
    }

    private List<String> longestFirst() {
        return forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    private static Stream<String> forms(String secret) {
        var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        return Stream.of(
                        secret,
                        json,
                        json.replace("/", "\\/"),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8))
                .distinct();
    }
}
