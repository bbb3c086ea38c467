package io.penstock.platform.security;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A person's session: keeps the cookies and sends the CSRF token of the page before. */
public final class TestBrowser {

    /** A form that changes something, but for signing out. */
    public static final String CHANGES = "<form(?=[^>]*method=\"post\")[^>]*action=\"(?!/sign-out)";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestPlatform platform;
    private final Map<String, String> cookies = new HashMap<>();
    private String csrf = "";

    public TestBrowser(TestPlatform platform) {
        this.platform = platform;
    }

    public static TestBrowser signedIn(TestPlatform platform, String username, String password) {
        var browser = new TestBrowser(platform);
        browser.signIn(username, password);
        return browser;
    }

    /** The address the form sends the person to. */
    public String signIn(String username, String password) {
        get("/sign-in");
        var answer = post("/sign-in", Map.of("username", username, "password", password));
        return answer.headers().firstValue("Location").orElse("");
    }

    public HttpResponse<String> get(String path) {
        return send(platform.request(path).GET());
    }

    public HttpResponse<String> get(String path, String header, String value) {
        return send(platform.request(path).GET().header(header, value));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", csrf);
        return postAsIs(path, form);
    }

    public HttpResponse<String> post(
            String path, Map<String, String> fields, String header, String value) {
        var form = new HashMap<>(fields);
        form.put("_csrf", csrf);
        return send(form(path, form).header(header, value));
    }

    /** Without the token of the page before. */
    public HttpResponse<String> postAsIs(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return platform.request(path)
                .POST(BodyPublishers.ofString(TestPlatform.encoded(fields)))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies.values()));
        }
        var answer = platform.send(request.header("Accept", "text/html"));
        for (var header : answer.headers().allValues("Set-Cookie")) {
            var cookie = header.substring(0, header.indexOf(';'));
            cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie);
        }
        var token = CSRF.matcher(answer.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }
}
