package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Changes words on stored records outside of a page: releases or turns down what is held, notes
 * what a run did not report. Status, dates, events and the findings they share follow from it.
 */
@Component
public class RecordRevision {

    private static final TextIds NO_TEXTS = new TextIds(Map.of(), Map.of());

    private final SharedAssets shared;
    private final StoredFindings stored;
    private final RecordWrites writes;

    RecordRevision(SharedAssets shared, StoredFindings stored, RecordWrites writes) {
        this.shared = shared;
        this.stored = stored;
        this.writes = writes;
    }

    /**
     * The caller holds the lock that the loads of the connection take, and bounds the records to
     * what fits in memory. An id without a record is passed over.
     *
     * @param context the run that the change is made for
     * @param records ids of records, whether they share their finding or not
     */
    public void revise(
            Connection connection, LoadContext context, Collection<UUID> records, Revision revision)
            throws SQLException {
        // No record moves to another asset between being read and being written.
        IdentityLock.shared(connection, context.tenantId());
        shared.lockOf(connection, context.tenantId(), records);
        var changes = new ArrayList<RecordChange>();
        stored.records(connection, context, records)
                .forEach((id, record) -> {
                    var change = new RecordChange(record, context);
                    change.revise(word -> revision.each(id, word), revision.added(id));
                    changes.add(change);
                });
        writes.write(connection, context, changes, Map.of(), NO_TEXTS);
    }
}
