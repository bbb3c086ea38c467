package io.penstock.platform.inventory;

import io.penstock.platform.PlatformMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import java.nio.file.Path;
import java.util.*;
import javax.sql.DataSource;

class ScratchIT {
    @Test
    void measure(@TempDir Path data) throws Exception {
        try (var platform = SpringApplication.run(PlatformMain.class, "--penstock.data=" + data, "--server.port=0", "--penstock.transform.workers=0")) {
            var source = platform.getBean(DataSource.class);
            try (var c = source.getConnection(); var st = c.createStatement()) {
                String[] names = {"t0", "t4", "t16", "t0l"};
                st.execute("create unlogged table t0 (tenant_id integer not null, run_id bigint not null, kind smallint not null, id uuid not null)");
                st.execute("create unlogged table t0l (run_id bigint not null, id uuid not null)");
                for (int n : new int[] {4, 16}) {
                    st.execute("create table t" + n + " (tenant_id integer not null, run_id bigint not null, kind smallint not null, id uuid not null) partition by range (id)");
                    for (int i = 0; i < n; i++) {
                        String lo = i == 0 ? "minvalue" : "'" + Integer.toHexString(i * 16 / n) + "0000000-0000-0000-0000-000000000000'";
                        String hi = i == n - 1 ? "maxvalue" : "'" + Integer.toHexString((i + 1) * 16 / n) + "0000000-0000-0000-0000-000000000000'";
                        st.execute("create unlogged table t" + n + "_" + i + " partition of t" + n + " for values from (" + lo + ") to (" + hi + ")");
                    }
                }
                var ids = new ArrayList<UUID>();
                var r = new Random(1);
                for (int i = 0; i < 5000; i++) ids.add(new UUID(r.nextLong(), r.nextLong()));
                c.setAutoCommit(false);
                for (int round = 0; round < 4; round++) {
                    for (var name : names) {
                        long enc = 0, begun = System.nanoTime();
                        for (int page = 0; page < 60; page++) {
                            long e = System.nanoTime();
                            var rows = new CopyRows();
                            for (var id : ids) {
                                if (name.equals("t0l")) rows.row(2).int8(7L).uuid(id);
                                else rows.row(4).int4(1).int8(7L).int2(0).uuid(id);
                            }
                            enc += System.nanoTime() - e;
                            rows.send(c, "copy " + name + (name.equals("t0l") ? " (run_id, id)" : " (tenant_id, run_id, kind, id)") + " from stdin (format binary)");
                            c.commit();
                        }
                        long took = System.nanoTime() - begun;
                        System.out.printf("scratch: round %d %s %.2f ms/page, encode %.2f%n", round, name, took / 60e6, enc / 60e6);
                    }
                }
                c.setAutoCommit(true);
                for (var name : names) {
                    long t = System.nanoTime();
                    try (var rs = st.executeQuery("select count(distinct id), count(*) from " + name)) { rs.next(); System.out.printf("scratch: %s %d %d %.0f ms%n", name, rs.getLong(1), rs.getLong(2), (System.nanoTime() - t) / 1e6); }
                }
            }
        }
    }
}
