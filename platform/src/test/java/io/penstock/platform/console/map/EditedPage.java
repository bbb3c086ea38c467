package io.penstock.platform.console.map;

import io.penstock.platform.security.TestBrowser;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A person at the editor: what the page holds is sent back with every press of a button. */
final class EditedPage {

    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"([a-zA-Z]+)\" value=\"([^\"]*)\"");

    private final TestBrowser browser;
    private final String path;
    private final Map<String, String> state = new HashMap<>();
    private HttpResponse<String> answer;

    EditedPage(TestBrowser browser, String path) {
        this.browser = browser;
        this.path = path.replaceFirst("\\?.*", "");
        this.answer = browser.get(path);
        remember();
    }

    /** Types into the header of the map. */
    EditedPage with(String name, String value) {
        state.put(name, value);
        return this;
    }

    EditedPage press(String action, Map<String, String> typed) {
        var fields = new HashMap<>(state);
        fields.putAll(typed);
        fields.put("action", action);
        answer = browser.post(path, fields);
        if (answer.statusCode() != 302) {
            remember();
        }
        return this;
    }

    EditedPage press(String action) {
        return press(action, Map.of());
    }

    /** As htmx does. */
    EditedPage pressByScript(String action) {
        var fields = new HashMap<>(state);
        fields.put("action", action);
        answer = browser.post(path, fields, "HX-Request", "true");
        remember();
        return this;
    }

    String body() {
        return answer.body();
    }

    int status() {
        return answer.statusCode();
    }

    String location() {
        return answer.headers().firstValue("Location").orElse("");
    }

    private void remember() {
        var found = HIDDEN.matcher(answer.body());
        while (found.find()) {
            if (!found.group(1).equals("_csrf")) {
                state.put(found.group(1), found.group(2).replace("&amp;", "&"));
            }
        }
    }
}
