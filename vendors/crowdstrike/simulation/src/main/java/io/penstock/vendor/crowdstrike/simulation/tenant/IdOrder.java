package io.penstock.vendor.crowdstrike.simulation.tenant;

/** Compares findings by their id without making its text where that can be helped. One thread. */
record IdOrder(Finding one, Finding other) {

    int compare(int number, int otherNumber) {
        if (number == otherNumber) {
            return 0;
        }
        one.at(number);
        other.at(otherNumber);
        int order = Long.compare(one.aidOrder(), other.aidOrder());
        if (order == 0 && one.sensor() == other.sensor()) {
            order = Long.compare(one.suffixOrder(), other.suffixOrder());
        }
        // Two in four thousand million share their first digits.
        return order != 0 ? order : one.id().compareTo(other.id());
    }
}
