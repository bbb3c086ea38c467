package io.penstock.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples of the description, sent to a running platform in the order of {@code calls.yaml};
 * only what is different in every tenant is replaced. Each answer has the status and the form that
 * the description promises, and each parameter the bounds it gives.
 */
class OpenApiExamplesIT {

    private static final String SECTION = "operations";

    private static ExampleTenant tenant;
    private static Map<String, Object> description;
    private static AnswerSchemas schemas;
    private static Words calls;
    private static Samples samples;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ExampleTenant.start(data);
        description = Description.of(tenant.platform().context()).root();
        schemas = new AnswerSchemas(description);
        calls = Words.named("calls.yaml");
        samples = Samples.of(calls);
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void everyOperationHasAnExampleOrSaysWhyItHasNone() {
        var described = new TreeSet<String>();
        Words.asMap(description.get("paths"))
                .forEach((path, item) ->
                        Words.asMap(item)
                                .keySet()
                                .forEach(verb ->
                                        described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).allSatisfy(OpenApiExamplesIT::hasExampleOrReason);
    }

    private static void hasExampleOrReason(String key) {
        assertThat(calls.at(SECTION, key, "example") != null || !unsent(key).isEmpty())
                .as("%s: give it an 'example' or an 'unsent' in calls.yaml", key)
                .isTrue();
    }

    private static String unsent(String key) {
        return calls.text(SECTION, key, "unsent");
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAnsweredAsDescribed() {
        return calls.keys(SECTION).stream()
                .filter(key -> unsent(key).isEmpty())
                .map(key -> DynamicTest.dynamicTest(key, () -> run(key)));
    }

    private static void run(String key) {
        var operation = operation(key);
        var values = new HashMap<String, String>();
        tenant.values().forEach((name, value) -> values.put(samples.shownFor(name), value));
        var call = ExampleCall.of(key, operation).in(text -> values.getOrDefault(text, text));
        if (!operation.containsKey("security")) {
            assertThat(send(call, "no-token").statusCode()).as("wrong token").isEqualTo(401);
        }
        call.refused(operation)
                .forEach(wrong ->
                        assertThat(send(wrong).statusCode()).as(wrong.toString()).isEqualTo(400));

        var answer = send(call);
        assertAsDescribed(call, operation, answer);

        call.taken(operation).forEach(right -> assertAsDescribed(right, operation, send(right)));
        keep(key, answer);
        tenant.settle();
    }

    private static Map<String, Object> operation(String key) {
        var parts = key.split(" ", 2);
        var item = Words.asMap(Words.asMap(description.get("paths")).get(parts[1]));
        return Words.asMap(item.get(parts[0].toLowerCase(Locale.ROOT)));
    }

    private static void assertAsDescribed(
            ExampleCall call, Map<String, Object> operation, HttpResponse<String> answer) {
        var said = Words.asMap(operation.get("responses")).entrySet().iterator().next();
        assertThat(answer.statusCode() + "")
                .as("%s: %s", call, answer.body())
                .isEqualTo(said.getKey());
        var content = Words.asMap(Words.asMap(said.getValue()).get("content"));
        if (content.isEmpty()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        var media = answer.headers().firstValue("Content-Type").orElse("").split(";", -1)[0];
        assertThat(content).as(call.toString()).containsKey(media);
        if (media.equals("application/json")) {
            var schema = Words.asMap(Words.asMap(content.get(media)).get("schema"));
            var json = JsonMapper.shared().readTree(answer.body());
            assertThat(schemas.faults(schema, json)).as("%s: %s", call, json).isEmpty();
        }
    }

    /** Puts aside what later examples need: a pointer into the answer, perhaps with a pattern. */
    private static void keep(String key, HttpResponse<String> answer) {
        calls.map(SECTION, key, "keep")
                .forEach((name, from) -> {
                    var parts = from.toString().split(" ", 2);
                    var found = JsonMapper.shared().readTree(answer.body()).at(parts[0]);
                    if (parts.length == 1) {
                        tenant.keep(name, found);
                        return;
                    }
                    var match = Pattern.compile(parts[1]).matcher(found.asString());
                    assertThat(match.find()).as("%s in %s", parts[1], found).isTrue();
                    tenant.keep(name, match.group(1));
                });
    }

    private static HttpResponse<String> send(ExampleCall call) {
        return send(call, tenant.token());
    }

    private static HttpResponse<String> send(ExampleCall call, String token) {
        var body = call.sent();
        var request =
                tenant.platform()
                        .request(call.address())
                        .header("Authorization", "Bearer " + token)
                        .method(
                                call.verb(),
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!call.media().isEmpty()) {
            request.header("Content-Type", call.media());
        }
        return tenant.platform().send(request);
    }
}
