package io.penstock.vendor.crowdstrike.simulation.gate;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The three limits, each over a sliding minute: calls with a token per account, calls without a
 * valid one per address, and token requests per address. Remembers at most {@value #ADDRESSES_MAX}
 * addresses of each kind, the latest ones.
 */
public final class RateLimits {

    private static final int ADDRESSES_MAX = 1000;
    private static final int WITHOUT_TOKEN = 15;
    private static final int TOKEN_REQUESTS = 300;

    private final InstantSource clock;
    private final IntSupplier perMinute;
    private SlidingWindow account;
    private final Map<String, SlidingWindow> withoutToken = new Latest();
    private final Map<String, SlidingWindow> tokenRequests = new Latest();

    /**
     * Makes the limits of one account.
     *
     * @param perMinute calls with a token, asked anew at each call; a change forgets those counted
     */
    public RateLimits(IntSupplier perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.account = new SlidingWindow(perMinute.getAsInt());
        this.clock = clock;
    }

    public synchronized Allowance withToken() {
        int limit = perMinute.getAsInt();
        if (account.limit() != limit) {
            account = new SlidingWindow(limit);
        }
        return account.take(clock.millis());
    }

    public Allowance withoutToken(String address) {
        return of(withoutToken, address, WITHOUT_TOKEN).take(clock.millis());
    }

    public Allowance tokenRequest(String address) {
        return of(tokenRequests, address, TOKEN_REQUESTS).take(clock.millis());
    }

    private static SlidingWindow of(Map<String, SlidingWindow> windows, String address, int limit) {
        synchronized (windows) {
            return windows.computeIfAbsent(address, _ -> new SlidingWindow(limit));
        }
    }

    private static final class Latest extends LinkedHashMap<String, SlidingWindow> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SlidingWindow> eldest) {
            return size() > ADDRESSES_MAX;
        }
    }
}
