package io.penstock.platform.connector;

import io.penstock.platform.security.Tenants;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stores the system maps for every tenant before the server takes requests. */
@Component
class SystemMapsStart implements SmartInitializingSingleton {

    private final SystemMaps maps;
    private final Tenants tenants;

    SystemMapsStart(SystemMaps maps, Tenants tenants) {
        this.maps = maps;
        this.tenants = tenants;
    }

    @Override
    public void afterSingletonsInstantiated() {
        tenants.all().forEach(maps::store);
    }
}
