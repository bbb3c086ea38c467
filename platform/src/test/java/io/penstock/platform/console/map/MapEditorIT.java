package io.penstock.platform.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.console.ConsoleSeed;
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
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The map editor as a person uses it, button by button. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapEditorIT {

    private static final String HOST =
            """
            {"id":"c_h1","cid":"c","aid":"a1","hostname":" web-1 ",\
            "last_seen_timestamp":"2026-01-01T00:00:00Z",\
            "network_interfaces":[{"local_ip":"10.0.0.1","mac_address":"00-50-56-93-d7-c1"}]}\
            """;

    private TestPlatform platform;
    private TestBrowser browser;
    private TransformMaps maps;
    private Connection connection;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        maps = platform.bean(TransformMaps.class);
        connection =
                platform.bean(Connections.class)
                        .create(
                                1,
                                new NewConnection(
                                        "crowdstrike-onprem",
                                        "Main <b>tenant</b>",
                                        "",
                                        Map.of(
                                                "url", "http://127.0.0.1:9/oauth2/token",
                                                "client-id", "abc",
                                                "client-secret", "hush-hush-hush")));
        ConsoleSeed.into(platform);
        platform.bean(JdbcClient.class)
                .sql("update raw_page set records = 1, body = ? where stream = 'hosts'")
                .param("{\"resources\":[%s]}".formatted(HOST).getBytes(StandardCharsets.UTF_8))
                .update();
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void aNewMapIsMadeRowByRow(TestInfo test) {
        var page = new EditedPage(browser, "/maps/new?connector=crowdstrike-onprem");
        assertThat(page.body())
                .contains("Transform Map Name", "Source Data Model", "Target Data Model")
                .contains("Fields Mapping", "Mapping reference")
                .contains("network_interfaces[].local_ip")
                .contains("External asset id (hosts) has no row");

        page.with("name", test.getDisplayName()).with("connector", "crowdstrike-onprem");
        page.press("add", row("hosts", "network_interfaces[].local_ip", "externalAssetId"));
        assertThat(page.body())
                .contains("Row 1 added: network_interfaces[].local_ip to externalAssetId.")
                .contains("✓ External asset id (hosts)")
                .contains("Finding name (vulnerabilities) has no row");

        var early = page.press("save");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body()).contains("The map cannot work and is not saved: 3 faults");

        page.press("add", row("vulnerabilities", "vulnerability_id", "findingName"));
        page.press("add", row("vulnerabilities", "id", "externalFindingId"));
        page.press("add", severity());
        assertThat(page.body()).contains("4 words mapped, others: reject", "4</b> <span>rows");

        page.press("save");
        assertThat(page.status()).isEqualTo(302);
        assertThat(newest(test.getDisplayName()).version()).isOne();
    }

    @Test
    void theTypeIsTheModelsUnlessOneIsChosen(TestInfo test) {
        var page = edit(test);

        page.press("add", row("vulnerabilities", "cve.base_score", "cvssV2Base"));

        assertThat(page.body()).containsPattern("Row 30 added").contains(">decimal</bdi>");
    }

    @Test
    void aRowThatCannotWorkIsNotTakenAndStaysTyped(TestInfo test) {
        var page = edit(test);
        var wrong = row("hosts", "no_such_<b>field", "assetName");

        page.press("add", wrong);

        assertThat(page.body())
                .contains("The row is not in the list yet")
                .contains("is not a field name")
                .contains("value=\"no_such_&lt;b&gt;field\"")
                .doesNotContain("no_such_<b>")
                .contains("29</b> <span>rows");
        assertThat(page.press("look", row("hosts", "no_such", "")).body())
                .contains("no_such", "is not in stream")
                .doesNotContain("target", "<html");
        assertThat(page.press("look", wrong).body())
                .contains("is not a field name")
                .doesNotContain("<html");
    }

    @Test
    void aTargetUsedTwiceIsWarnedAbout(TestInfo test) {
        var page = edit(test);

        page.press("add", row("hosts", "fqdn_or_name", "assetName"));
        assertThat(page.body()).contains("is not in stream");
        page.press("add", row("hosts", "os_version", "assetName"));

        assertThat(page.body())
                .contains("1 warning")
                .contains("Row 2 fills &#39;assetName&#39; already");
    }

    @Test
    void rowsAreEditedMovedRemovedAndHadBack(TestInfo test) {
        var page = edit(test);
        assertThat(order(page)).startsWith("externalAssetId assetName ipAddress");

        page.press("down:1");
        assertThat(page.body()).contains("Row 1 is row 2 now.");
        assertThat(order(page)).startsWith("assetName externalAssetId ipAddress");
        page.press("move:3:1");
        assertThat(order(page)).startsWith("ipAddress assetName externalAssetId");
        page.press("remove:1");
        assertThat(page.body()).contains("Row 1 removed", "Undo the last change");
        page.press("undo");
        assertThat(order(page)).startsWith("ipAddress assetName externalAssetId");

        page.press("edit:2");
        assertThat(page.body())
                .contains("<legend>Row 2</legend>")
                .contains("value=\"hostname\"")
                .contains("name=\"call.0\" value=\"trim\"");
        page.press("add", row("hosts", "hostname", "assetName"));
        page.press("save", Map.of("note", "in another order"));

        assertThat(page.status()).isEqualTo(302);
        var saved = newest(test.getDisplayName());
        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.saved().note()).isEqualTo("in another order");
        assertThat(saved.body()).contains("\"target\":\"ipAddress\"");
    }

    @Test
    void placesThatAreNotThereChangeNothing(TestInfo test) {
        var page = edit(test);
        var before = order(page);

        for (var action :
                new String[] {
                    "up:1", "down:29", "remove:0", "move:1:99", "edit:x", "uncall:9", ""
                }) {
            assertThat(page.press(action).status()).isEqualTo(200);
            assertThat(order(page)).isEqualTo(before);
        }
    }

    @Test
    void functionsAreAddedWithTheirHelp(TestInfo test) {
        var page = edit(test);
        var typed = row("hosts", "hostname", "assetFqdn");

        typed.put("newCall", "split");
        page.press("call", typed);
        assertThat(page.body())
                .contains("split added.")
                .contains("name=\"call.0\" value=\"split\"")
                .contains("what stands between the parts; 1 to 20 characters")
                .contains("Cuts the text at the separator");
        typed.remove("newCall");
        typed.putAll(Map.of("call.0", "split", "arg.0.separator", ".", "arg.0.index", "0"));
        page.press("add", typed);

        assertThat(page.body()).contains("split(index=0, separator=.)");
    }

    @Test
    void aWordThatIsWrittenWronglyIsNamedByItsLine(TestInfo test) {
        var page = edit(test);
        var typed = row("vulnerabilities", "cve.severity", "sourceSeverity");
        typed.put("words", "HIGH => 4\nLOW");

        page.press("add", typed);

        assertThat(page.body()).contains("Line 2 of the value map has no").contains("HIGH =&gt; 4");
    }

    @Test
    void theUnsavedMapIsTriedBesideThePresentVersion(TestInfo test) {
        var page = edit(test);
        page.press("remove:2");
        page.press("add", row("hosts", "aid", "assetName"));

        page.press("try", Map.of("sampleStream", "hosts", "record", HOST));

        assertThat(page.body())
                .contains("With these rows", "With version 1")
                .contains("badge good\">imported")
                .contains(">a1</bdi>")
                .contains(">web-1</bdi>")
                .contains("differs")
                .contains("00:50:56:93:D7:C1");
    }

    @Test
    void aRejectIsNamedWithFieldAndReason(TestInfo test) {
        var page = edit(test);

        page.press(
                "try",
                Map.of("sampleStream", "hosts", "record", "{\"id\":\"c_h1\",\"aid\":\"a\"}"));

        assertThat(page.body()).contains("badge bad\">rejected").contains("externalAssetId");
    }

    @Test
    void aStoredRecordIsDrawn(TestInfo test) {
        var page = edit(test);
        var wish =
                Map.of("sampleStream", "hosts", "sampleConnection", connection.uuid().toString());

        page.press("pick", wish);

        assertThat(page.body())
                .contains("&quot;hostname&quot;: &quot; web-1 &quot;")
                .contains("badge good\">imported");
        var none = Map.of("sampleStream", "vulnerabilities", "sampleConnection", "not-a-uuid");
        assertThat(page.press("pick", none).body()).contains("There is no connection");
    }

    @Test
    void aConflictIsToldAndNothingIsLost(TestInfo test) {
        var page = edit(test);
        page.press("remove:2");
        var map = newest(test.getDisplayName());
        var other = new MapEditor(1, "somebody", "meanwhile");
        assertThat(maps.edit(other, map.map(), 1, MapFile.read(map.body())))
                .isInstanceOf(SaveOutcome.Saved.class);

        page.press("save");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("has version 2 by somebody; this edit began from version 1")
                .contains("Keep my rows and follow version 2")
                .contains("28</b> <span>rows");

        page.press("rebase").press("save");
        assertThat(page.status()).isEqualTo(302);
        assertThat(newest(test.getDisplayName()).version()).isEqualTo(3);
    }

    @Test
    void aRowThatIsTypedAndNotAddedIsNotLostBySaving(TestInfo test) {
        var page = edit(test);

        page.press("save", row("hosts", "os_version", "networkId"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("The row that is typed is not in the list")
                .contains("value=\"os_version\"");
    }

    @Test
    void savingLeadsBackToWhereThePersonCameFrom(TestInfo test) {
        var map = copy(test);
        var way = "/connections/new?step=3";
        var path = "/maps/" + map.map() + "/edit?back=";

        var page = new EditedPage(browser, path + "%2Fconnections%2Fnew%3Fstep%3D3");
        assertThat(page.press("save").location()).endsWith(way + "&map=" + map.map());

        var elsewhere = new EditedPage(browser, path + "%2F%2Fevil.example");
        assertThat(elsewhere.body()).doesNotContain("evil");
        assertThat(elsewhere.press("save").location()).endsWith("/maps/" + map.map());
    }

    @Test
    void onlyThePartThatChangesIsSentToScripts(TestInfo test) {
        var path = "/maps/" + copy(test).map() + "/edit";
        var page = new EditedPage(browser, path).with("connector", "crowdstrike-onprem");
        assertThat(page.body()).contains("hx-target=\"#work\"", "/ui/maps-", "<noscript>");

        assertThat(page.press("remove:1").body()).contains("<html", "Row 1 removed");
        assertThat(page.pressByScript("remove:1").body())
                .contains("id=\"work\"", "Row 1 removed", "27</b> <span>rows")
                .doesNotContain("<html", "<h1", "id=\"note\"");
        assertThat(browser.get("/ui/maps.js").statusCode()).isEqualTo(200);
        assertThat(browser.get("/ui/maps.js").body().length()).isLessThan(15_000);
    }

    @Test
    void whatIsNoMapIsRefused() {
        assertThat(browser.get("/maps/new").statusCode()).isEqualTo(200);
        var broken = Map.of("connector", "crowdstrike-onprem", "map", "%%%", "action", "check");
        assertThat(browser.post("/maps/new", broken).statusCode()).isEqualTo(400);
        assertThat(browser.get("/maps/new").statusCode()).isEqualTo(200);
        var nothing = Map.of("connector", "none", "map", PackedText.pack("{}"), "action", "check");
        assertThat(browser.post("/maps/new", nothing).statusCode()).isEqualTo(404);
    }

    @Test
    void aViewerIsNotLetIn(TestInfo test) {
        var made = platform.bean(Users.class).create(1, "editor-viewer", Role.VIEWER);
        var viewer = TestBrowser.signedIn(platform, "editor-viewer", made.password());
        var path = "/maps/" + copy(test).map() + "/edit";

        assertThat(viewer.get("/maps/new").statusCode()).isEqualTo(403);
        assertThat(viewer.get(path).statusCode()).isEqualTo(403);
        viewer.get("/maps");
        assertThat(viewer.post(path, Map.of("action", "save")).statusCode()).isEqualTo(403);
    }

    private EditedPage edit(TestInfo test) {
        return new EditedPage(browser, "/maps/" + copy(test).map() + "/edit")
                .with("connector", "crowdstrike-onprem");
    }

    private MapVersion copy(TestInfo test) {
        var system = maps.list(1, new MapFilter("crowdstrike-onprem", true, ""), "", 1).getFirst();
        var whole = maps.require(1, system.map(), null);
        var editor = new MapEditor(1, "admin", "");
        return switch (maps.copy(editor, whole, test.getDisplayName())) {
            case SaveOutcome.Saved(var version) -> version;
            case SaveOutcome.Refused(var faults) ->
                    throw new IllegalStateException(faults.toString());
        };
    }

    private MapVersion newest(String name) {
        var listed = maps.list(1, new MapFilter(null, false, name), "", 1).getFirst();
        return maps.require(1, listed.map(), null);
    }

    private static Map<String, String> row(String stream, String source, String target) {
        var fields = new HashMap<String, String>();
        fields.put("stream", stream);
        fields.put("source", source);
        fields.put("target", target);
        return fields;
    }

    private static Map<String, String> severity() {
        var fields = row("vulnerabilities", "cve.severity", "findingSeverity");
        fields.put("words", "LOW => 2\r\nMEDIUM => 3\r\n\r\nHIGH => 4\r\nCRITICAL => 5");
        fields.put("unmapped", "reject");
        return fields;
    }

    /** The targets of the list, in order. */
    private static String order(EditedPage page) {
        var found =
                Pattern.compile(
                                "data-label=\"Target Field\""
                                        + " class=\"\\w+\"><div><code><bdi>([^<]+)")
                        .matcher(page.body());
        var order = new StringBuilder();
        while (found.find()) {
            order.append(found.group(1)).append(' ');
        }
        return order.toString();
    }
}
