package io.penstock.core.identity.estate;

import java.util.List;

/**
 * A simulated machine; the truth of the labelled set.
 *
 * @param number what records are labelled with
 */
record Machine(int number, HardCase kind, Hardware hardware, Names names, Net net, Life life) {

    /** The end of the simulation, in hours. */
    static final int NOW = 365 * 24;

    /**
     * What is burnt in; empty texts where there is none.
     *
     * @param instance a cloud instance's id
     */
    record Hardware(String uuid, String serial, String maker, String firmware, String instance) {}

    /**
     * @param domain empty when it is in none
     */
    record Names(Timeline<String> host, String domain) {

        String full(int hour) {
            return domain.isEmpty() ? "" : host.at(hour) + "." + domain;
        }
    }

    /**
     * @param macs the adapters it has, by time
     * @param plugged the adapter at the wire, by time: its own or a dock's
     * @param made adapters that software makes
     * @param network the site's
     */
    record Net(
            Timeline<List<String>> macs,
            Timeline<String> plugged,
            Timeline<String> ip,
            List<String> made,
            String network) {}

    /**
     * @param installs when a sensor was installed, ascending
     * @param gone when it was taken away; {@link #NOW} when it is there
     */
    record Life(int born, int gone, List<Integer> installs) {}

    boolean cloud() {
        return !hardware.instance().isEmpty();
    }
}
