package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts.Card;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.List;

/** The network fields of a host: what a sensor knows, and what others see. */
final class HostNetwork {

    private HostNetwork() {}

    /** A sensor names its cards; on Windows it describes them too. */
    static void managed(Pretty json, List<Card> cards, boolean windows) {
        if (cards.isEmpty()) {
            return;
        }
        json.text("current_local_ip", cards.getFirst().ip())
                .text("current_network_prefix", cards.getFirst().prefix())
                .texts("local_ip_addresses", cards.stream().map(Card::ip).toList())
                .number("local_ips_count", cards.size())
                .texts("mac_addresses", cards.stream().map(Card::mac).toList());
        json.array("network_interfaces");
        for (Card card : cards) {
            json.itemObject().text("local_ip", card.ip()).text("mac_address", card.mac());
            json.text(
                    "interface_alias",
                    windows ? "Ethernet" + card.index() : "ens" + (192 + card.index()));
            if (windows) {
                json.text("interface_description", "Intel(R) 82574L Gigabit Network Connection");
            }
            json.text("network_prefix", card.prefix()).endObject();
        }
        json.endArray();
    }

    /** From outside only addresses are seen. */
    static void seen(Pretty json, List<Card> cards) {
        json.number("local_ips_count", cards.size());
        if (!cards.isEmpty()) {
            json.array("network_interfaces");
            for (Card card : cards) {
                json.itemObject()
                        .text("local_ip", card.ip())
                        .text("mac_address", card.mac())
                        .text("network_prefix", card.prefix())
                        .endObject();
            }
            json.endArray();
        }
        json.object("os_security").endObject();
        if (!cards.isEmpty()) {
            json.text("current_local_ip", cards.getFirst().ip());
        }
    }
}
