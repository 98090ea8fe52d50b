package io.kakou.app.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.app.Certificate;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.StoreService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void an_empty_file_means_all_defaults() throws Exception {
        assertThat(SettingsFile.read(written(""))).isEqualTo(RunSettings.defaults(folder.toAbsolutePath()));
    }

    @Test
    void what_is_written_holds_and_paths_are_beside_the_file() throws Exception {
        RunSettings read =
                SettingsFile.read(written("data: d\nconsole:\n  port: 9000\nheapMegabytes: {analysis: 2048}\n"));

        assertThat(read.data()).isEqualTo(folder.toAbsolutePath().resolve("d"));
        assertThat(read.console()).isEqualTo(new RunSettings.Console("127.0.0.1", 9000));
        assertThat(read.heaps()).isEqualTo(new RunSettings.Heaps(512, 768, 2048));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: 1 | key \"colour\" is not known; allowed: data, console, heapMegabytes, loops, detector, stock, look, seed, log, store, database, jobs, recording, samples, worker",
                "look: {cores: 0} | key \"look.cores\" is 0; allowed: 0.05 to 1024.0",
                "look: {promisedSeconds: 120} | key \"look.promisedSeconds\" is 120; allowed: 1.0 to 60.0",
                "recording: {floorDays: 40} | key \"recording.floorDays\" is 40 above recording.ceilingDays, 30; allowed:"
                        + " not above it",
                "recording: {quotaGigabytes: 0} | key \"recording.quotaGigabytes\" is 0; allowed: 1 to 10000000",
                "console: {prot: 1} | key \"console.prot\" is not known; allowed: host, port, names, tls, insecure, blindMinutes, tasks,"
                        + " webhooks, webhookHours",
                "console: {tasks: {hours: 0}} | key \"console.tasks.hours\" is 0; allowed: 0.1 to 168.0",
                "console: {tasks: {address: 'room:8460'}} | key \"console.tasks.address\" is \"room:8460\"; allowed:"
                        + " https://host:port",
                "console: {webhooks: 1} | key \"console.webhooks\" is 1; allowed: a list",
                "console: {webhooks: [{name: a, url: 'ftp://s/x', kind: sms, secretFile: kakou.yml}]} | key"
                        + " \"console.webhooks[0].url\" is \"ftp://s/x\"; allowed: http or https, without a login",
                "console: {webhooks: [{name: a, url: 'http://s', kind: wechat, secretFile: kakou.yml}]} | key"
                        + " \"console.webhooks[0].kind\" is \"wechat\"; allowed: cloudevents, dingtalk, sms",
                "console: {webhooks: [{name: a, url: 'http://s', kind: sms}]} | key"
                        + " \"console.webhooks[0].secretFile\" is missing; allowed: a file whose first line is 16 bytes"
                        + " or more",
                "console: {webhooks: [{name: a, url: 'http://s', kind: sms, secretFile: kakou.yml, kinds: [RAIN]}]} |"
                        + " key \"console.webhooks[0].kinds\" is [\"RAIN\"]; allowed: a list of WATERLOGGING, LOST_CHILD,"
                        + " EBIKE_IN_LIFT, MUCK_TRUCK, DUMPING",
                "console: {port: any} | key \"console.port\" is \"any\"; allowed: 0 to 65535",
                "console: {port: 65536} | key \"console.port\" is 65536; allowed: 0 to 65535",
                "console: {port: 1.5} | key \"console.port\" is 1.5; allowed: 0 to 65535",
                "console: {host: 0.0.0.0} | key \"console.host\" is \"0.0.0.0\" without console.tls; allowed: 127.0.0.1,"
                        + " a certificate in console.tls, or console.insecure: true, which the page shows",
                "console: {host: a b} | key \"console.host\" is \"a b\"; allowed: an address or name of this machine",
                "console: {insecure: yes please} | key \"console.insecure\" is \"yes please\"; allowed: true, false",
                "console: {names: room} | key \"console.names\" is \"room\"; allowed: a list of host names",
                "console: {tls: {key: kakou.yml}} | key \"console.tls.certificate\" is missing; allowed: a file in PEM",
                "jobs: there | key \"jobs\" is \"there\"; allowed: here, elsewhere",
                "jobs: elsewhere | key \"jobs\" is \"elsewhere\" without a section log; allowed: a Kafka that the jobs reach too",
                "log: {login: none} | key \"log.servers\" is missing; allowed: host:port, several joined by commas",
                "log: {servers: kafka} | key \"log.servers\" is \"kafka\"; allowed: host:port, several joined by commas",
                "log: {servers: 'k:9092', login: md5} | key \"log.login\" is \"md5\"; allowed: none, plain,"
                        + " scram-sha-256, scram-sha-512",
                "log: {servers: 'k:9092', user: u} | key \"log.user\" is given without log.login; allowed: both or none",
                "log: {servers: 'k:9092', login: plain, user: u, password: p} | key \"log.login\" is \"plain\" without"
                        + " log.tls, which shows the password on the way; allowed: tls: true, scram-sha-256,"
                        + " scram-sha-512, or servers on this machine",
                "log: {servers: 'k:9092', tls: true, login: plain, user: u} | key \"log.password\" is missing; allowed:"
                        + " password or passwordFile",
                "log: {servers: 'k:9092', caFile: kakou.yml, tls: true} | key \"log.caFile\" is \"FOLDER/kakou.yml\";"
                        + " allowed: certificates in PEM",
                "store: {endpoint: 'ftp://s', accessKey: a, secretKey: s} | key \"store.endpoint\" is \"ftp://s\";"
                        + " allowed: http://host:port or https://host",
                "store: {endpoint: 'http://s', accessKey: a} | key \"store.secretKey\" is missing; allowed: secretKey or"
                        + " secretKeyFile",
                "store: {endpoint: 'http://s', accessKey: a, secretKey: s, bucket: K} | key \"store.bucket\" is \"K\";"
                        + " allowed: 3 to 63 of a-z 0-9 . -",
                "database: {url: 'jdbc:postgresql://u:secret@d/k?password=secret', user: u, password: p} | key"
                        + " \"database.url\" is \"jdbc:postgresql://…@d/k?password=…\"; allowed:"
                        + " jdbc:postgresql://host:port/name, without a login",
                "database: {url: 'jdbc:mysql://d/k', user: u, password: p} | key \"database.url\" is"
                        + " \"jdbc:mysql://d/k\"; allowed: jdbc:postgresql://host:port/name, without a login",
                "database: {url: 'jdbc:postgresql://d/k', user: u, password: p, passwordFile: kakou.yml} | key"
                        + " \"database.password\" is given twice; allowed: password or passwordFile",
                "database: {url: 'jdbc:postgresql://d/k', user: u, passwordFile: none} | key \"database.passwordFile\""
                        + " is \"FOLDER/none\"; allowed: a file that can be read",
                "worker: {name: a b} | key \"worker.name\" is \"a b\"; allowed: 1 to 64 of A-Z a-z 0-9 . _ -",
                "worker: {host: 10.0.0.5} | key \"worker.host\" is \"10.0.0.5\", where pictures pass without TLS; allowed:"
                        + " 127.0.0.1, or insecure: true beside it",
                "console: 7 | key \"console\" is 7; allowed: keys with values",
                "stock: int4 | key \"stock\" is \"int4\"; allowed: float, int8, fine",
                "detector: none.json | key \"detector\" is \"FOLDER/none.json\"; allowed: a file that can be read",
                "samples: {random: -1} | key \"samples.random\" is -1; allowed: 0 to 1000",
                "loops: 0 | key \"loops\" is 0; allowed: 1 to 64",
                "data: 5 | key \"data\" is 5; allowed: a path",
                "heapMegabytes: {log: 1} | key \"heapMegabytes.log\" is 1; allowed: 128 to 65536",
            })
    void a_wrong_line_is_named_with_what_is_allowed(String text, String problem) throws Exception {
        Path file = written(text);
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(file))
                .withMessage("kakou.yml: " + problem.replace("FOLDER", folder.toString()));
    }

    @Test
    void what_others_run_is_read_with_its_passwords_from_files() throws Exception {
        Files.writeString(folder.resolve("log.password"), "se\"cret\n");
        RunSettings read =
                SettingsFile.read(written("log: {servers: 'a:9092,b:9092', login: scram-sha-512, user: kakou,"
                        + " passwordFile: log.password}\n"
                        + "store: {endpoint: 'https://s3.example', region: cn-east-1, accessKey: a, secretKey: s}\n"
                        + "database: {url: 'jdbc:postgresql://db:5432/kakou?sslmode=require', user: k, password: p}\n"
                        + "jobs: elsewhere\n"));

        assertThat(requireNonNull(read.outside().log()).clients())
                .isEqualTo(Map.of(
                        "bootstrap.servers",
                        "a:9092,b:9092",
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"kakou\""
                                + " password=\"se\\\"cret\";"));
        assertThat(read.outside().jobs()).isTrue();
        assertThat(read.outside().store())
                .isEqualTo(new StoreService("https://s3.example", "cn-east-1", "kakou", "a", "s"));
        assertThat(read.outside().database())
                .hasToString("the database at //db:5432/kakou")
                .isEqualTo(new DatabaseService("jdbc:postgresql://db:5432/kakou?sslmode=require", "k", "p"));
        assertThat(read.toString()).doesNotContain("se\"cret", "password=");
    }

    @Test
    void the_page_goes_to_the_network_with_a_certificate_or_openly_insecure() throws Exception {
        Certificate here = Certificate.in(folder.resolve("here"));
        Certificate other = Certificate.in(folder.resolve("other"));
        String tls = "console: {host: 0.0.0.0, names: [room.example], tls: {certificate: %s, key: %s}}";

        RunSettings.Console console = SettingsFile.read(written(tls.formatted(here.certificate(), here.key())))
                .console();
        assertThat(console.tls())
                .isEqualTo(new RunSettings.Tls(
                        here.certificate().toString(), here.key().toString()));
        assertThat(SettingsFile.read(written("console: {host: 0.0.0.0, insecure: true}"))
                        .console()
                        .insecure())
                .isTrue();
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(written(tls.formatted(here.certificate(), other.key()))))
                .withMessage("kakou.yml: key \"console.tls.key\" is \"" + other.key()
                        + "\", another certificate's; allowed: the key of " + here.certificate());
    }

    @Test
    void every_problem_is_told_at_once() throws Exception {
        Path file = written("loops: x\ncolour: 1\nconsole: {port: -1}\nseed: {areas: none.geojson}\n");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(file))
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(4));
    }

    @Test
    void what_is_no_yaml_or_not_there_is_one_line() throws Exception {
        Path bad = written("a: [");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(bad))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("kakou.yml: line ")
                        .hasLineCount(1));
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(folder.resolve("none.yml")))
                .withMessageStartingWith("none.yml: it cannot be read");
    }

    private Path written(String text) throws Exception {
        return Files.writeString(folder.resolve("kakou.yml"), text);
    }
}
