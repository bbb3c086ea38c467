package io.penstock.platform.engine;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;

import java.util.UUID;

/**
 * What keeps an engine running or starts it by a schedule, filled in for one profile. No secret is
 * part of it.
 *
 * @param compose a file for docker compose; the engine keeps the schedule of its env file
 * @param unit a systemd unit around docker
 * @param cronJob a Kubernetes CronJob; the cluster keeps the schedule
 */
public record StartExamples(String compose, String unit, String cronJob) {

    private static final String ENV_FILE = "ENV_FILE";

    private static final String COMPOSE =
            """
            # docker compose up -d
            services:
              engine:
                image: <IMAGE ID>
                env_file: ENV_FILE
                restart: on-failure
                read_only: true
                cap_drop: [ALL]
                mem_limit: 512m
                volumes:
                  - ./logs:/var/log/app/onprem-execution-service
                  - ./state:/var/lib/penstock
            """;

    private static final String UNIT =
            """
            # /etc/systemd/system/penstock-engine.service
            [Unit]
            Description=Penstock execution engine
            After=docker.service network-online.target
            Requires=docker.service
            Wants=network-online.target

            [Service]
            ExecStartPre=-/usr/bin/docker rm -f penstock-engine
            ExecStartPre=/usr/bin/install -d -o 10001 -g 10001 /var/log/penstock-engine \
            /var/lib/penstock-engine
            ExecStart=/usr/bin/docker run --name penstock-engine --rm --read-only --cap-drop=all \\
              --memory=512m --env-file /etc/penstock/ENV_FILE \\
              -v /var/log/penstock-engine/:/var/log/app/onprem-execution-service \\
              -v /var/lib/penstock-engine/:/var/lib/penstock <IMAGE ID>
            ExecStop=/usr/bin/docker stop --time=10 penstock-engine
            # 143 is a stop that was asked for; 2 is a wrong setting, which does not mend itself.
            SuccessExitStatus=143
            RestartPreventExitStatus=2
            Restart=on-failure
            RestartSec=60

            [Install]
            WantedBy=multi-user.target
            """;

    private static final String CRON_JOB =
            """
            # kubectl create secret generic penstock-engine --from-literal=password=…
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: penstock-engine}
            spec:
              schedule: "15 3 * * *"
              concurrencyPolicy: Forbid
              jobTemplate:
                spec:
                  backoffLimit: 1
                  template:
                    spec:
                      restartPolicy: Never
                      terminationGracePeriodSeconds: 15
                      securityContext: {runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001}
                      containers:
                        - name: engine
                          image: <IMAGE>
                          env:
                            - {name: connector.api.url, value: "ADDRESS"}
                            - {name: qualys.customerUuid, value: "CUSTOMER"}
                            - {name: qualys.connectionUuid, value: "CONNECTION"}
                            - {name: qualys.profileUuid, value: "PROFILE"}
                            - {name: qualys.user.username, value: "<user>"}
                            - {name: qualys.user.password_FILE, value: /etc/penstock/password}
                          resources:
                            requests: {memory: 256Mi, cpu: 250m}
                            limits: {memory: 256Mi}
                          securityContext:
                            readOnlyRootFilesystem: true
                            allowPrivilegeEscalation: false
                            capabilities: {drop: [ALL]}
                          volumeMounts:
                            - {name: secret, mountPath: /etc/penstock, readOnly: true}
                            - {name: logs, mountPath: /var/log/app/onprem-execution-service}
                      volumes:
                        - {name: secret, secret: {secretName: penstock-engine}}
                        - {name: logs, emptyDir: {sizeLimit: 2Gi}}
            """;

    /**
     * @param address of this platform as the browser sees it
     */
    public static StartExamples of(
            String address, UUID customer, Connection connection, Profile profile) {
        var file = EnvFile.fileName(connection);
        return new StartExamples(
                COMPOSE.replace(ENV_FILE, file),
                UNIT.replace(ENV_FILE, file),
                CRON_JOB.replace("ADDRESS", address)
                        .replace("CUSTOMER", customer.toString())
                        .replace("CONNECTION", connection.uuid().toString())
                        .replace("PROFILE", profile.uuid().toString()));
    }
}
