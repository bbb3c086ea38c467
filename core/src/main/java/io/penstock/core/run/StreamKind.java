package io.penstock.core.run;

/** What the records of a stream are about. Host pages are transformed before finding pages. */
public enum StreamKind {
    HOSTS,
    FINDINGS
}
