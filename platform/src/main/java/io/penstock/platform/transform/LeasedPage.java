package io.penstock.platform.transform;

import io.penstock.platform.inventory.LoadContext;
import io.penstock.platform.reading.RunKind;

import java.util.UUID;

/**
 * A raw page that this worker has until its lease ends.
 *
 * @param origin which of its records count, and where they came from
 * @param kind of the run
 * @param fence the number of this lease; a commit with an older one is refused
 */
record LeasedPage(
        long pageId,
        int fence,
        boolean hosts,
        LoadContext context,
        UUID connection,
        String connectorKey,
        RunKind kind,
        int mapId,
        String stream,
        String encoding,
        PageOrigin origin,
        byte[] body) {}
