package io.penstock.platform.run;

/** How many hosts and findings a connection has brought into the inventory. */
public record InventoryCounts(long hosts, long findings) {}
