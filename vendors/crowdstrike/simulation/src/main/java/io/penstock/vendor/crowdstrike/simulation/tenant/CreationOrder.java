package io.penstock.vendor.crowdstrike.simulation.tenant;

/** The order of creation: a finding's place is its number. */
record CreationOrder(Tenant tenant) implements FindingOrder {

    @Override
    public int at(int place) {
        return place;
    }

    @Override
    public int firstAt(long time) {
        return tenant.index().firstAt(time, new Reports(tenant.index()));
    }

    @Override
    public long time(Finding finding) {
        return finding.created();
    }
}
