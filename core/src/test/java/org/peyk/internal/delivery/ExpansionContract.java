package org.peyk.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.LedgerCounts;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.internal.store.Store;
import org.peyk.spi.Audience;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.recipient.Recipient;

import static org.assertj.core.api.Assertions.assertThat;

/** Turning an audience into ledger rows. */
abstract class ExpansionContract extends EngineContract {

    private static RequestForm form(List<String> include, List<String> exclude) {
        Audience audience = new Audience(
                List.of(selections(include.toArray(String[]::new))),
                List.of(selections(exclude.toArray(String[]::new))),
                OptionalLong.empty(),
                null);
        return form("all").toBuilder().audience(audience).build();
    }

    @Test
    void aListThatWasExchangedAfterTheSendingBeganReachesNobody() {
        source.with("all", people(30));
        AtomicInteger looks = new AtomicInteger();
        SendGuard exchanged = new SendGuard() {
            @Override
            public String digest(MailRequest request) {
                // the first look begins the sending, the second one the reading
                return looks.incrementAndGet() <= 2 ? Samples.digest(request.form()) : "0".repeat(64);
            }

            @Override
            public Optional<Refusal> recheck(MailRequest request) {
                return Optional.empty();
            }
        };
        Node node = keep(new Node(store, clock, Node.quick().build(), source, List.of(transport), exchanged, "node-1"));
        node.started();
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.PAUSED);
        assertThat(node.commands.load(id).remark()).isEqualTo(ErrorCode.DIGEST_MISMATCH.name());
        node.resume(id);
        Await.until("it is looked at again", () -> looks.get() > 3 && node.state(id) == RequestState.PAUSED);
        node.cancel(id);
        assertThat(node.count(id, DeliveryState.CANCELLED)).isEqualTo(30);
        assertThat(transport.accepted()).isEmpty();
    }

    @Test
    void onePersonAndOneMailboxGetOneRow() {
        source.with(
                "a",
                List.of(
                        person("1", "İrem.Işık@Örnek.edu.tr"),
                        person("2", "irem.isik@örnek.edu.tr"),
                        person("3", "IREM.IŞIK@XN--RNEK-4QA.EDU.TR"),
                        person("1", "baska@ornek.edu.tr"),
                        person("4", "ırem.ısık@örnek.edu.tr"),
                        person("5", "sirin@ornek.edu.tr"),
                        person("6", "şirin@ornek.edu.tr")));
        source.with(
                "b",
                List.of(person("5", "yeni@ornek.edu.tr"), person("7", "SİRİN@ornek.edu.tr"), person("8", "x@y.tr")));
        Node node = node(Node.quick().expansionPage(2));
        RequestId id = node.scheduled("R-1", form("a", "b"));
        awaitState(node, id, RequestState.SENT);
        LedgerCounts counts = node.counts(id);
        // 1 and 3 are one mailbox; 2 and 4 are another, with s for ş; 7 is 5's
        assertThat(transport.accepted().stream().map(d -> d.envelope().recipient()))
                .containsExactlyInAnyOrder(
                        "İrem.Işık@Örnek.edu.tr",
                        "irem.isik@örnek.edu.tr",
                        "sirin@ornek.edu.tr",
                        "şirin@ornek.edu.tr",
                        "x@y.tr");
        assertThat(counts.planned()).isEqualTo(5);
        assertThat(counts.folded()).isEqualTo(5);
        assertThat(counts.balanced()).isTrue();
    }

    @Test
    void whatCannotBeUsedIsListedWithoutItsValue() {
        source.with(
                "all",
                List.of(
                        person("1", "ok@ornek.edu.tr"),
                        person("2", "no at sign"),
                        person("3", "a@b> NOTIFY=NEVER"),
                        new Recipient(
                                org.peyk.spi.PersonId.of("4"),
                                java.util.Map.of(),
                                null,
                                null,
                                java.util.Set.of(),
                                java.util.Map.of())));
        Node node = node(Node.quick());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.counts(id).planned()).isEqualTo(1);
        assertThat(node.counts(id).rejected()).isEqualTo(3);
        var rejected = node.store.read(c -> org.peyk.internal.store.LedgerViews.rejected(c, id, 10));
        assertThat(rejected)
                .extracting(r -> r.position() + " " + r.code())
                .containsExactly("all #2 ADDRESS_MALFORMED", "all #3 ADDRESS_MALFORMED", "all #4 NO_ADDRESS");
        assertThat(rejected.toString()).doesNotContain("NOTIFY", "at sign");
    }

    @Test
    void whoIsExcludedByPersonOrByAddressIsSkippedAndCounted() {
        source.with("all", people(10));
        source.with(
                "gone",
                List.of(
                        person("P3", "elsewhere@ornek.edu.tr"),
                        person("other", "p4@ÖRNEK.edu.tr"),
                        person("Z", "p5@Ornek.edu.tr")));
        Node node = node(Node.quick().expansionPage(2));
        RequestId id = node.scheduled("R-1", form(List.of("all"), List.of("gone")));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.counts(id).excluded()).isEqualTo(2);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(8);
        assertThat(node.rows(id, DeliveryState.SKIPPED))
                .extracting(r -> r.person().value() + " " + r.reason())
                .containsExactly("P3 " + DeliveryReason.EXCLUDED, "P5 " + DeliveryReason.EXCLUDED);
        assertThat(transport.accepted()).hasSize(8);
        assertThat(node.counts(id).balanced()).isTrue();
    }

    @Test
    void anAddressThatWasSeenNotToExistTwiceGetsNothing() {
        source.with("all", people(3));
        store.run(c -> {
            try (var s = c.createStatement()) {
                s.execute(
                        "insert into peyk_suppression values ('MAIL', 'p1@ornek.edu.tr', '5.1.1', 2, current_timestamp)");
                s.execute(
                        "insert into peyk_suppression values ('MAIL', 'p2@ornek.edu.tr', '5.1.1', 1, current_timestamp)");
            }
        });
        Node node = node(Node.quick());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.rows(id, DeliveryState.SUPPRESSED))
                .extracting(r -> r.person().value() + " " + r.reason())
                .containsExactly("P1 " + DeliveryReason.ADDRESS_GONE);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(2);
    }

    @Test
    void aSourceThatFailsInTheMiddleIsReadOnWhereItFailed() {
        source.with("all", people(50));
        source.failAt("20", 2);
        Node node = node(Node.quick().expansionPage(10));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.until("two pages are stored", () -> node.counts(id).planned() == 20);
        assertThat(transport.accepted()).as("nothing leaves meanwhile").isEmpty();
        Await.until("it is sent", () -> {
            clock.advance(java.time.Duration.ofMillis(20));
            return node.state(id) == RequestState.SENT;
        });
        assertThat(transport.accepted()).hasSize(50);
        assertThat(node.counts(id).folded()).as("no page was stored twice").isZero();
    }

    @Test
    void anExpansionThatWasKilledGoesOnInTheNextProcess() {
        source.with("all", people(50));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger pages = new AtomicInteger();
        source.twisting(page -> {
            if (pages.incrementAndGet() == 4) {
                reached.countDown();
                Await.latch(released, "the old process may go on");
            }
            return page;
        });
        Node old = node(Node.quick().expansionPage(10));
        RequestId id = old.scheduled("R-1", form("all"));
        Await.latch(reached, "three pages are read");
        Store again = afterCrash();
        released.countDown();
        Node node = node(again, Node.quick().expansionPage(10), "node-1");
        awaitState(node, id, RequestState.SENT);
        assertThat(node.counts(id).planned()).isEqualTo(50);
        assertThat(node.counts(id).folded()).isZero();
        assertThat(transport.accepted().stream()
                        .map(d -> d.envelope().recipient())
                        .distinct())
                .hasSize(50);
        assertThat(transport.accepted()).hasSize(50);
    }

    @Test
    void twoWorkersOnOneAudienceStoreEachPageOnce() {
        source.with("all", people(30));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger pages = new AtomicInteger();
        source.twisting(page -> {
            if (pages.incrementAndGet() == 2) {
                reached.countDown();
                Await.latch(released, "the frozen worker may go on");
            }
            return page;
        });
        Node frozen = node(Node.quick().expansionPage(10));
        RequestId id = frozen.scheduled("R-1", form("all"));
        Await.latch(reached, "the first worker is frozen in its second page");
        // a second node that frees the first one's work, as a restart with the same name does
        Node node = node(store, Node.quick().expansionPage(10), "node-1");
        awaitState(node, id, RequestState.SENT);
        released.countDown();
        Await.until("both have read", () -> pages.get() >= 4);
        assertThat(node.counts(id).planned()).isEqualTo(30);
        assertThat(node.counts(id).total()).isEqualTo(30);
        assertThat(transport.accepted()).hasSize(30);
    }

    @Test
    void aCancelledExpansionLeavesNothingToSend() {
        source.with("all", people(100));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger pages = new AtomicInteger();
        source.twisting(page -> {
            if (pages.incrementAndGet() == 3) {
                reached.countDown();
                Await.latch(released, "the request is cancelled");
            }
            return page;
        });
        Node node = node(Node.quick().expansionPage(10));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.latch(reached, "two pages are stored");
        node.cancel(id);
        released.countDown();
        Await.until("the work is gone", () -> works(node) == 0);
        LedgerCounts counts = node.counts(id);
        assertThat(counts.of(DeliveryState.CANCELLED)).isEqualTo(20);
        assertThat(counts.planned()).isEqualTo(20);
        assertThat(counts.balanced()).isTrue();
        assertThat(transport.accepted()).isEmpty();
    }

    private static long works(Node node) {
        return node.store.read(c -> {
            try (var s = c.createStatement();
                    var r = s.executeQuery(
                            "select (select count(*) from peyk_task) + (select count(*) from peyk_batch)")) {
                r.next();
                return r.getLong(1);
            }
        });
    }

    @Test
    void whatTheGuardRefusesIsNotSent() {
        source.with("all", people(5));
        List<String> asked = new ArrayList<>();
        SendGuard guard = new SendGuard() {
            @Override
            public String digest(org.peyk.MailRequest request) {
                return "0".repeat(64);
            }

            @Override
            public Optional<Refusal> recheck(org.peyk.MailRequest request) {
                asked.add(request.id().value());
                return request.id().value().equals("R-role")
                        ? Optional.of(new Refusal("APPROVER_LOST", "rol yok"))
                        : Optional.empty();
            }
        };
        Node node = keep(new Node(store, clock, Node.quick().build(), source, List.of(transport), guard, "node-1"))
                .started();
        RequestId role = node.scheduled("R-role", form("all"));
        RequestId digest = node.scheduled("R-digest", form("all"));
        awaitState(node, role, RequestState.CHANGES_REQUESTED);
        awaitState(node, digest, RequestState.CHANGES_REQUESTED);
        assertThat(node.commands.load(role).remark()).isEqualTo("APPROVER_LOST");
        assertThat(node.commands.load(digest).remark()).isEqualTo("DIGEST_MISMATCH");
        assertThat(asked).contains("R-role", "R-digest");
        assertThat(transport.accepted()).isEmpty();
    }
}
