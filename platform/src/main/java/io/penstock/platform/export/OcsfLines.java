package io.penstock.platform.export;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** What all classes of OCSF share: one object a line, and who says it. */
final class OcsfLines implements Closeable {

    /** The version of the public schema that the records are checked against. */
    static final String SCHEMA_VERSION = "1.9.0-dev";

    private final JsonMembers json;
    private final ExportFacts facts;
    private boolean any;

    OcsfLines(OutputStream out, ExportFacts facts) {
        this.json = new JsonMembers(out);
        this.facts = facts;
    }

    JsonMembers json() {
        return json;
    }

    /**
     * Writes one event as a line.
     *
     * @param event writes the members of the event
     * @throws IOException when the stream below fails
     */
    void write(Runnable event) throws IOException {
        any = true;
        json.write(() -> {
            json.object();
            event.run();
            json.end();
        });
    }

    /** The members that name class and activity. */
    void kind(OcsfClass kind, int activity, String activityName) {
        json.number("activity_id", activity);
        json.text("activity_name", activityName);
        json.number("category_uid", kind.category());
        json.text("category_name", kind.categoryName());
        json.number("class_uid", kind.uid());
        json.text("class_name", kind.caption());
        json.number("type_uid", kind.uid() * 100L + activity);
        json.text("type_name", kind.caption() + ": " + activityName);
    }

    /** When it happened; all our times are UTC. */
    void time(Instant time) {
        json.millis("time", time);
        json.number("timezone_offset", 0L);
    }

    /**
     * @param uid of the event; empty when it has none
     * @param modifiedAt null when it is not known
     * @param profiles of the schema whose attributes the event uses
     */
    void metadata(String uid, @Nullable Instant modifiedAt, List<String> profiles) {
        json.object("metadata");
        json.text("version", SCHEMA_VERSION);
        json.text("uid", uid);
        json.text("tenant_uid", facts.tenant());
        json.millis("modified_time", modifiedAt);
        json.millis("processed_time", facts.exportedAt());
        json.texts("profiles", profiles);
        json.object("product");
        json.text("name", ExportFacts.PRODUCT);
        json.text("vendor_name", ExportFacts.PRODUCT);
        json.text("version", facts.productVersion());
        json.end();
        json.end();
    }

    @Override
    public void close() throws IOException {
        json.write(() -> {
            if (any) {
                json.line();
            }
            json.flush();
        });
    }
}
