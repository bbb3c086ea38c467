package io.penstock.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.security.TestPlatform;
import io.penstock.testkit.GoldenFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ByteArrayResource;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The description that is checked in is what the platform's code comes to. */
class OpenApiIT {

    private static final Path NAME = Path.of("docs", "api", "openapi.yaml");

    private static TestPlatform platform;
    private static Description description;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        description = Description.of(platform.context());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void theCheckedInDescriptionIsWhatTheCodeComesTo() {
        var file = Files.exists(NAME) ? NAME : Path.of("..").resolve(NAME);
        new GoldenFile(file).assertMatches(YamlText.of(description.root()));
    }

    @Test
    void theFileReadsAsWhatWasWritten() {
        var text = YamlText.of(description.root());
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(JsonMapper.shared().writeValueAsString(yaml.getObject()))
                .isEqualTo(JsonMapper.shared().writeValueAsString(description.root()));
    }

    @Test
    void noWordsAreAboutSomethingThatIsNotThere() {
        assertThat(description.unread()).isEmpty();
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        var ids = new ArrayList<Object>();
        Words.asMap(description.root().get("paths")).values().stream()
                .flatMap(item -> Words.asMap(item).values().stream())
                .forEach(operation -> ids.add(Words.asMap(operation).get("operationId")));

        assertThat(ids).hasSizeGreaterThan(90).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        var references = new TreeSet<String>();
        collect(description.root(), references);

        assertThat(references).hasSizeGreaterThan(50).allSatisfy(this::leadsSomewhere);
        var schemas = Words.asMap(at("components", "schemas")).keySet();
        assertThat(schemas)
                .allSatisfy(
                        name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    private void leadsSomewhere(String reference) {
        var steps = reference.substring("#/".length()).split("/");
        assertThat(Words.asMap(at(steps))).as(reference).isNotEmpty();
    }

    private static Object at(String... steps) {
        Object node = description.root();
        for (var step : steps) {
            node = Words.asMap(node).getOrDefault(step, Map.of());
        }
        return node;
    }

    private static void collect(Object node, Set<String> found) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.add(reference);
            }
            map.values().forEach(child -> collect(child, found));
        }
        if (node instanceof List<?> list) {
            list.forEach(child -> collect(child, found));
        }
    }
}
