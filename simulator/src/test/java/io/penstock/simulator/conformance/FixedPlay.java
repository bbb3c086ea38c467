package io.penstock.simulator.conformance;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulation that has three records, of which a client was sent some. */
final class FixedPlay implements Stage.Play {

    private final Set<String> fetched;
    private final long calls;
    private final AtomicInteger looks = new AtomicInteger();

    FixedPlay(Set<String> fetched, long calls) {
        this.fetched = fetched;
        this.calls = calls;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:1");
    }

    /** One more finding from the second look on. */
    @Override
    public Set<String> expected() {
        return looks.incrementAndGet() == 1
                ? Set.of("host 1", "finding:open 2", "finding:done 3")
                : Set.of("host 1", "finding:open 2", "finding:done 3", "finding:open 4");
    }

    @Override
    public Set<String> fetched() {
        return fetched;
    }

    @Override
    public long calls() {
        return calls;
    }

    @Override
    public long strikes(String option) {
        return 5;
    }

    @Override
    public void close() {}
}
