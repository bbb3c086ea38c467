package io.penstock.platform.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.map.MapEditor;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.map.MapFilter;
import io.penstock.platform.map.MapVersion;
import io.penstock.platform.map.SaveOutcome;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The pages of data models and maps, and what can be done with a map but for editing it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapPagesIT {

    private static final String HOSTILE = "<script>alert(1)</script>\u202Egnp.map";

    private TestPlatform platform;
    private TestBrowser browser;
    private TestBrowser viewer;
    private TransformMaps maps;
    private MapVersion system;
    private MapVersion hostile;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        maps = platform.bean(TransformMaps.class);
        var listed = maps.list(1, new MapFilter("crowdstrike-onprem", true, ""), "", 1).getFirst();
        system = maps.require(1, listed.map(), null);
        hostile = copy(HOSTILE);
        next(hostile, system.body().replace("\"joinLines\"", "\"joinComma\""));
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
        var made = platform.bean(Users.class).create(1, "map-viewer", Role.VIEWER);
        viewer = TestBrowser.signedIn(platform, "map-viewer", made.password());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/models",
                "/models/penstock-risk",
                "/models/penstock-risk?filter=severity",
                "/models/crowdstrike-spotlight",
                "/models/crowdstrike-spotlight?filter=%3Cscript%3Ealert(1)%3C/script%3E",
                "/maps",
                "/maps?query=%3Cscript%3Ealert(1)%3C/script%3Enone",
                "/maps/SYSTEM",
                "/maps/HOSTILE",
                "/maps/HOSTILE?version=1",
                "/maps/HOSTILE/versions",
                "/maps/HOSTILE/difference?from=1&to=2",
                "/maps/HOSTILE/clone",
                "/maps/HOSTILE/roll-back?version=1",
                "/maps/HOSTILE/delete",
                "/maps/HOSTILE/edit",
                "/maps/new",
                "/maps/import",
            })
    void showsEveryPageEscapedAndUnderAStrictPolicy(String path) {
        var answer =
                browser.get(
                        path.replace("SYSTEM", system.map().toString())
                                .replace("HOSTILE", hostile.map().toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("<script>alert")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                .doesNotContainPattern("(?:src|href)=\"https?://")
                .containsOnlyOnce("<h1")
                .contains("</html>");
    }

    @Test
    void theTargetModelMarksWhatIsRequired() {
        var body = viewer.get("/models/penstock-risk").body();

        assertThat(body.split(">required<", -1)).hasSize(5);
        assertThat(body)
                .contains("externalAssetId", "at most 1,024 characters", "one of OPEN, REOPENED")
                .contains("/maps/" + system.map() + "#row-1\"");
    }

    @Test
    void anAttributeLeadsToItsRowOfTheSystemMap() {
        var model = viewer.get("/models/crowdstrike-spotlight").body();
        assertThat(model)
                .contains("network_interfaces[].mac_address")
                .contains("list of mac")
                .contains("/maps/" + system.map() + "#row-4\"");

        assertThat(viewer.get("/maps/" + system.map()).body())
                .contains("id=\"row-4\"")
                .contains("6 words mapped, others: reject")
                .contains("→ 5</bdi>");
    }

    @Test
    void aModelIsFilteredByItsWords() {
        assertThat(browser.get("/models/penstock-risk?filter=MAC").body())
                .contains("macAddress")
                .doesNotContain("findingSeverity");
        assertThat(browser.get("/models/penstock-risk?filter=nothing-like-it").body())
                .contains("No attribute has that");
        assertThat(browser.get("/models/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theListSaysWhoUsesAMap() {
        var connection = connect("Uses <b>maps</b>");

        assertThat(browser.get("/maps").body())
                .contains("Uses &lt;b&gt;maps&lt;/b&gt;")
                .contains("/connections/" + connection.uuid());
        assertThat(browser.get("/maps/" + system.map()).body()).contains("follows the newest");
        assertThat(browser.get("/maps?query=SPOTLIGHT").body())
                .contains("CrowdStrike Spotlight to Penstock")
                .doesNotContain("alert(1)");
    }

    @Test
    void aCloneOpensInTheEditorAndTheSystemMapStays(TestInfo test) {
        var path = "/maps/" + system.map() + "/clone";
        assertThat(browser.get("/maps/" + system.map() + "/edit").statusCode()).isEqualTo(302);
        assertThat(browser.get(path).body()).contains("(copy)");
        var form = Map.of("version", version(system), "name", test.getDisplayName());

        var made = browser.post(path, form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith("/edit");

        browser.get(path);
        var again = browser.post(path, form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Another map of the connector is named");
        assertThat(maps.require(1, system.map(), null)).isEqualTo(system);
    }

    @Test
    void aDifferenceIsShownRowByRow() {
        assertThat(viewer.get("/maps/" + hostile.map() + "/difference?from=1&to=2").body())
                .contains("From version 1 to version 2")
                .contains(">Changed<", "recommendation", "joinLines", "joinComma");
        assertThat(viewer.get("/maps/" + hostile.map() + "/difference?from=1&to=1").body())
                .contains("No difference");
        assertThat(viewer.get("/maps/" + hostile.map() + "/difference?from=1&to=99").statusCode())
                .isEqualTo(404);
        assertThat(viewer.get("/maps/" + hostile.map() + "/difference?from=x&to=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void goingBackMakesANewVersion(TestInfo test) {
        var map = copy(test.getDisplayName());
        next(map, system.body().replace("\"joinLines\"", "\"joinComma\""));
        var path = "/maps/" + map.map() + "/roll-back";
        assertThat(browser.get(path + "?version=1").body()).contains("joinComma");

        var back = browser.post(path, Map.of("version", "1", "basedOn", "2", "note", ""));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        var newest = maps.require(1, map.map(), null);
        assertThat(newest.version()).isEqualTo(3);
        assertThat(newest.saved().note()).isEqualTo("Back to version 1.");

        browser.get(path + "?version=1");
        var late = browser.post(path, Map.of("version", "1", "basedOn", "2", "note", "mine"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("has version 3 by admin", "value=\"mine\"");
    }

    @Test
    void anExportIsImportedAsItWas(TestInfo test) {
        var export = browser.get("/maps/" + system.map() + "/export");
        assertThat(export.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment")
                .contains("v" + system.version() + ".json");

        browser.get("/maps/import");
        var form = Map.of("connector", system.connector(), "text", export.body());
        var taken = browser.post("/maps/import", withName(form, test.getDisplayName()));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        var path = taken.headers().firstValue("Location").orElseThrow();
        var copy = browser.get(path.substring(path.indexOf("/maps/")) + "/export").body();
        assertThat(copy.substring(copy.indexOf("\"rows\"")))
                .isEqualTo(export.body().substring(export.body().indexOf("\"rows\"")));
    }

    @Test
    void aFileThatCannotWorkSaysWhyAndOpensInTheEditor(TestInfo test) {
        browser.get("/maps/import");
        var bad = system.body().replace("\"hostname\"", "\"no_such_field\"");
        var form =
                withName(
                        Map.of("connector", system.connector(), "map", PackedText.pack(bad)),
                        test.getDisplayName());

        var refused = browser.post("/maps/import", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Row 2: Path &#39;no_such_field&#39; is not in stream");

        form.put("action", "load");
        var opened = browser.post("/maps/new", form);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body())
                .contains("New transform map", "1 error", "value=\"" + test.getDisplayName())
                .contains("name=\"changed\" value=\"true\"");
    }

    @Test
    void textThatIsNoMapIsOneSentence() {
        for (var text : new String[] {"", "no json", "[]", "{}", "{\"rows\": 7}"}) {
            browser.get("/maps/import");
            var form = Map.of("connector", system.connector(), "text", text, "name", "x");

            var answer = browser.post("/maps/import", form);

            assertThat(answer.statusCode()).as(text).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"");
        }
    }

    @Test
    void onlyAnUnusedMapIsDeleted(TestInfo test) {
        var map = copy(test.getDisplayName());
        var page = "/maps/" + map.map() + "/delete";
        var connection = connect(test.getDisplayName());
        use(connection, map.map());
        assertThat(browser.get(page).body())
                .contains("cannot be deleted", connection.name())
                .doesNotContain(">Delete map</button>");
        assertThat(browser.post(page, Map.of()).statusCode()).isEqualTo(409);

        use(connection, system.map());
        assertThat(browser.get(page).body()).contains(">Delete map</button>");
        assertThat(browser.post(page, Map.of()).statusCode()).isEqualTo(302);

        assertThat(browser.get("/maps").body()).doesNotContain(map.map().toString());
        assertThat(browser.get("/maps/" + map.map()).body())
                .contains(">deleted<")
                .doesNotContain("/edit\"");
        assertThat(browser.get("/maps/" + map.map() + "/edit").statusCode()).isEqualTo(404);
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (var i = 0; i < 53; i++) {
            copy("paged %03d".formatted(i));
        }

        var first = browser.get("/maps?query=paged").body();

        assertThat(first).contains("paged 049").doesNotContain("paged 050");
        var from = first.indexOf("href=\"", first.indexOf("rel=\"next\"")) + 6;
        var next = first.substring(from, first.indexOf('"', from)).replace("&amp;", "&");
        assertThat(browser.get(next).body()).contains("paged 050", "paged 052", "rel=\"prev\"");
    }

    @Test
    void aViewerSeesAllAndNoButton() {
        for (var path :
                new String[] {
                    "/maps", "/maps/" + hostile.map(), "/maps/" + hostile.map() + "/versions"
                }) {
            assertThat(viewer.get(path).body())
                    .doesNotContain("/edit\"", "/clone", "/roll-back", "/delete", "/import")
                    .doesNotContain("/maps/new");
        }
        assertThat(browser.get("/maps").body())
                .contains("/edit\"", "/clone", "/import", "/maps/new");
        assertThat(browser.get("/maps/" + hostile.map()).body())
                .contains("/edit\"", "/clone", "/delete");
        assertThat(browser.get("/maps/" + hostile.map() + "/versions").body())
                .contains("/roll-back");
        for (var action : new String[] {"clone", "roll-back?version=1", "delete", "edit"}) {
            var path = "/maps/" + hostile.map() + "/" + action;
            assertThat(viewer.get(path).statusCode()).as(path).isEqualTo(403);
            viewer.get("/maps");
            assertThat(viewer.post(path, Map.of()).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(viewer.get("/maps/import").statusCode()).isEqualTo(403);
    }

    private MapVersion copy(String name) {
        return saved(maps.copy(new MapEditor(1, "admin", ""), system, name));
    }

    private void next(MapVersion map, String body) {
        saved(maps.edit(new MapEditor(1, "admin", HOSTILE), map.map(), 1, MapFile.read(body)));
    }

    private static MapVersion saved(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved(var version) -> version;
            case SaveOutcome.Refused(var faults) ->
                    throw new IllegalStateException(faults.toString());
        };
    }

    private Connection connect(String name) {
        return platform.bean(Connections.class)
                .create(
                        1,
                        new NewConnection(
                                "crowdstrike-onprem",
                                name,
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:1",
                                        "client-id", "abc",
                                        "client-secret", "hush-hush-hush")));
    }

    private void use(Connection connection, UUID map) {
        var profile = platform.bean(Connections.class).profiles(connection).getFirst();
        platform.bean(ProfileMaps.class).choose(connection, profile, map, null);
    }

    private static String version(MapVersion map) {
        return String.valueOf(map.version());
    }

    private static Map<String, String> withName(Map<String, String> form, String name) {
        var named = new HashMap<>(form);
        named.put("name", name);
        return named;
    }
}
