package io.penstock.platform.security;

import io.penstock.platform.PlatformMain;
import io.penstock.platform.db.PreparedDatabase;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A whole platform with its own PostgreSQL on a free port, and a client for its interfaces. */
public final class TestPlatform implements AutoCloseable {

    private static final String MARK = "PENSTOCK_FIRST_PASSWORD admin ";

    /** Registered beside the application: what it says is kept instead of printed. */
    static final class Captured {

        private final List<String> lines = new ArrayList<>();

        @Bean
        @Primary
        Announcement captured() {
            return lines::add;
        }

        @Bean
        List<String> announcedLines() {
            return lines;
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private TestPlatform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestPlatform start(Path data, String... more) {
        PreparedDatabase.lendTo(data);
        return startAlone(data, more);
    }

    /** As {@link #start}, with programs and a database of its own, as a customer's has. */
    public static TestPlatform startAlone(Path data, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=0");
        arguments.add("--penstock.data=" + data);
        var application = new SpringApplication(PlatformMain.class, Captured.class);
        return new TestPlatform(application.run(arguments.toArray(String[]::new)));
    }

    /** What went to the terminal. */
    @SuppressWarnings("unchecked") // The bean is made above with this type.
    public List<String> announced() {
        return (List<String>) context.getBean("announcedLines", List.class);
    }

    /** The administrator's password as it was announced at this start. */
    public String firstPassword() {
        return announced().stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()))
                .findFirst()
                .orElseThrow();
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String adminToken() {
        return token("admin", firstPassword());
    }

    public String token(String username, String password) {
        var answer = logIn(username, password);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("no token: " + answer.body());
        }
        return answer.body();
    }

    public HttpResponse<String> logIn(String username, String password) {
        var form = Map.of("username", username, "password", password, "token", "true");
        return send(
                request("/auth")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> call(
            String method, String path, @Nullable String token, @Nullable String json) {
        var request =
                request(path)
                        .method(
                                method,
                                json == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base().resolve(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private URI base() {
        return URI.create(
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
