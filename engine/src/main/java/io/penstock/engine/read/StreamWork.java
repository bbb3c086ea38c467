package io.penstock.engine.read;

import io.penstock.source.ReadWindow;

/** What the slices of one stream share. */
record StreamWork(
        Crew crew,
        ReadWindow window,
        SliceBoard board,
        PageEstimate estimate,
        StreamProgress progress) {}
