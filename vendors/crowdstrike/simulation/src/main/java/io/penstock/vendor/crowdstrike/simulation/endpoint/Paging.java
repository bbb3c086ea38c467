package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Switchboard;

/** What can be wrong with the pages of lists. */
record Paging(PageFaults rows, TotalFaults totals, LostFacet facets, LastPage last) {

    static Paging on(Switchboard board, long seed) {
        return new Paging(
                new PageFaults(board, seed),
                new TotalFaults(board, seed),
                new LostFacet(board, seed),
                new LastPage(board));
    }
}
