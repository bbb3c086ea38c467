/**
 * The transformation service: workers lease raw pages, walk their JSON once, apply the run's map
 * and hand the rows to the inventory, all in one transaction per page. A record that cannot be
 * mapped is kept aside. Any number of workers, in any number of processes, share the work.
 */
@NullMarked
package io.penstock.platform.transform;

import org.jspecify.annotations.NullMarked;
