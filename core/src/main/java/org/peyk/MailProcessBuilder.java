package org.peyk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.calendar.LeadTimes;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.approval.PolicyRunner;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.approval.UnsuitableLedger;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.check.CheckRunner;
import org.peyk.internal.check.TrialRun;
import org.peyk.internal.content.Documents;
import org.peyk.internal.content.ReadyDocuments;
import org.peyk.internal.deadline.DeadlineWork;
import org.peyk.internal.deadline.Deadlines;
import org.peyk.internal.delivery.DeliveryEngine;
import org.peyk.internal.delivery.DeliveryHook;
import org.peyk.internal.delivery.LedgerSource;
import org.peyk.internal.delivery.TestPost;
import org.peyk.internal.duplicate.DuplicateCheck;
import org.peyk.internal.duplicate.DuplicateSearch;
import org.peyk.internal.duplicate.SimilarCleaning;
import org.peyk.internal.listener.ListenerPump;
import org.peyk.internal.notice.NoticeOffice;
import org.peyk.internal.plugin.Discovery;
import org.peyk.internal.plugin.Sources;
import org.peyk.internal.reply.MailboxPoller;
import org.peyk.internal.reply.ReplyDesk;
import org.peyk.internal.reply.ReplyIntake;
import org.peyk.internal.reply.ReplySettings;
import org.peyk.internal.report.Measuring;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.PermissionLedger;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.internal.worklist.WaitingList;
import org.peyk.internal.worklist.WorkIndex;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Plugin;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.event.ProcessListener;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.transport.Transport;

/**
 * Puts a {@link MailProcess} together. A store and a directory are needed; everything else has a default, and without an approval policy
 * nothing can be submitted. Not thread-safe; used once.
 */
public final class MailProcessBuilder {

    private static final Duration FEED_INTERVAL = Duration.ofSeconds(5);

    private @Nullable Path storeDirectory;
    private @Nullable DataSource storeDataSource;
    private Clock clock = Clock.systemUTC();
    private ZoneId zone = ZoneId.of("Europe/Istanbul");
    private WorkingCalendar calendar = WorkingCalendar.turkey();
    private LeadTimes leadTimes = LeadTimes.NONE;
    private DuplicateRule duplicates = DuplicateRule.DEFAULT;
    private @Nullable String node;
    private @Nullable Directory directory;
    private @Nullable ApprovalPolicy policy;
    private ProcessRoles roles = ProcessRoles.DEFAULT;
    private Organisation organisation = Organisation.UNNAMED;
    private SendingConfig sending = SendingConfig.defaults();
    private @Nullable NoticeConfig notices;
    private Duration mailboxInterval = MailboxPoller.INTERVAL;
    private ReadLimits readLimits = ReadLimits.DEFAULT;
    private boolean discover = true;
    private boolean discoverConnections;
    private ClassLoader classLoader = MailProcessBuilder.class.getClassLoader();
    private final Set<String> off = new HashSet<>();
    private final List<RecipientSource> sources = new ArrayList<>();
    private final List<ContentCheck> checks = new ArrayList<>();
    private final List<DocumentReader> readers = new ArrayList<>();
    private final List<Transport> transports = new ArrayList<>();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final List<ProcessListener> listeners = new ArrayList<>();

    MailProcessBuilder() {}

    /**
     * Keeps everything in an embedded H2 database in a directory, for one process at a time.
     *
     * @param value the directory; made when it is not there
     * @return this
     */
    public MailProcessBuilder store(Path value) {
        this.storeDirectory = value;
        this.storeDataSource = null;
        return this;
    }

    /**
     * Keeps everything in a database the portal has: PostgreSQL for several nodes, or H2. The data source stays the portal's to close, and
     * should hold at least connections + 8.
     *
     * @param value the data source
     * @return this
     */
    public MailProcessBuilder store(DataSource value) {
        this.storeDataSource = value;
        this.storeDirectory = null;
        return this;
    }

    /**
     * Sets where the time comes from; the system's clock by default.
     *
     * @param value the clock
     * @return this
     */
    public MailProcessBuilder clock(Clock value) {
        this.clock = value;
        return this;
    }

    /**
     * Sets the zone in which days and hours are meant; {@code Europe/Istanbul} by default. Stored times are UTC in any case.
     *
     * @param value the zone
     * @return this
     */
    public MailProcessBuilder zone(ZoneId value) {
        this.zone = value;
        return this;
    }

    /**
     * Sets on which days offices work, by which due dates are counted; {@link WorkingCalendar#turkey()} by default.
     *
     * @param value the calendar
     * @return this
     */
    public MailProcessBuilder calendar(WorkingCalendar value) {
        this.calendar = value;
        return this;
    }

    /**
     * Sets how early requests must come in; {@link LeadTimes#NONE} by default.
     *
     * @param value the lead times
     * @return this
     */
    public MailProcessBuilder leadTimes(LeadTimes value) {
        this.leadTimes = value;
        return this;
    }

    /**
     * Sets what counts as asking for the same twice (mükerrer); {@link DuplicateRule#DEFAULT} by default.
     *
     * @param value the rule, or {@link DuplicateRule#OFF}
     * @return this
     */
    public MailProcessBuilder duplicates(DuplicateRule value) {
        this.duplicates = value;
        return this;
    }

    /**
     * Names this node; the host name by default. Two nodes on one database must have different names, and a node that is started again
     * should have the same.
     *
     * @param value the name
     * @return this
     */
    public MailProcessBuilder node(String value) {
        this.node = value;
        return this;
    }

    /**
     * Sets who knows the people of the process. Needed.
     *
     * @param value the directory
     * @return this
     */
    public MailProcessBuilder directory(Directory value) {
        this.directory = value;
        return this;
    }

    /**
     * Sets who must approve what. Without a policy every submission is denied.
     *
     * @param value the policy
     * @return this
     */
    public MailProcessBuilder policy(ApprovalPolicy value) {
        this.policy = value;
        return this;
    }

    /**
     * Sets the roles the process itself knows; {@link ProcessRoles#DEFAULT} by default.
     *
     * @param value the roles
     * @return this
     */
    public MailProcessBuilder roles(ProcessRoles value) {
        this.roles = value;
        return this;
    }

    /**
     * Sets what the process card says of the organisation; {@link Organisation#UNNAMED} by default.
     *
     * @param value the organisation
     * @return this
     */
    public MailProcessBuilder organisation(Organisation value) {
        this.organisation = value;
        return this;
    }

    /**
     * Sets how sending works.
     *
     * @param value the settings
     * @return this
     */
    public MailProcessBuilder sending(SendingConfig value) {
        this.sending = value;
        return this;
    }

    /**
     * Tells the process's own people what happens; nobody is told by default.
     *
     * @param value in whose name, and how
     * @return this
     */
    public MailProcessBuilder notices(NoticeConfig value) {
        this.notices = value;
        return this;
    }

    /**
     * Adds a source of recipients.
     *
     * @param value the source
     * @return this
     */
    public MailProcessBuilder recipientSource(RecipientSource value) {
        sources.add(value);
        return this;
    }

    /**
     * Adds a content check, before those found on the path.
     *
     * @param value the check
     * @return this
     */
    public MailProcessBuilder contentCheck(ContentCheck value) {
        checks.add(value);
        return this;
    }

    /**
     * Adds a document reader, before those found on the path.
     *
     * @param value the reader
     * @return this
     */
    public MailProcessBuilder documentReader(DocumentReader value) {
        readers.add(value);
        return this;
    }

    /**
     * Sets the bounds of reading one document; {@link ReadLimits#DEFAULT} by default.
     *
     * @param value the limits
     * @return this
     */
    public MailProcessBuilder readLimits(ReadLimits value) {
        this.readLimits = value;
        return this;
    }

    /**
     * Adds a transport; one per channel. The process closes it.
     *
     * @param value the transport
     * @return this
     */
    public MailProcessBuilder transport(Transport value) {
        transports.add(value);
        return this;
    }

    /**
     * Adds a mailbox that answers come back to.
     *
     * @param value the mailbox
     * @return this
     */
    public MailProcessBuilder mailbox(Mailbox value) {
        mailboxes.add(value);
        return this;
    }

    /**
     * Sets how often mailboxes are read; every minute by default.
     *
     * @param value the interval, longer than zero
     * @return this
     */
    public MailProcessBuilder mailboxInterval(Duration value) {
        this.mailboxInterval = value;
        return this;
    }

    /**
     * Adds a listener.
     *
     * @param value the listener
     * @return this
     */
    public MailProcessBuilder listener(ProcessListener value) {
        listeners.add(value);
        return this;
    }

    /**
     * Whether plugins on the path switch themselves on; true by default.
     *
     * @param value false to use only what this builder was given
     * @return this
     */
    public MailProcessBuilder discoverPlugins(boolean value) {
        this.discover = value;
        return this;
    }

    /**
     * Whether transports and mailboxes on the path, which take their settings from their own system properties, are used where this builder
     * was given none; false by default.
     *
     * @param value true to use them
     * @return this
     */
    public MailProcessBuilder discoverConnections(boolean value) {
        this.discoverConnections = value;
        return this;
    }

    /**
     * Switches a plugin on the path off.
     *
     * @param className name of the plugin's class
     * @return this
     */
    public MailProcessBuilder switchOff(String className) {
        off.add(className);
        return this;
    }

    /**
     * Sets where plugins are searched; the library's own loader by default. In an application server the portal's plugins may be visible to
     * its own loader alone.
     *
     * @param value the loader
     * @return this
     */
    public MailProcessBuilder classLoader(ClassLoader value) {
        this.classLoader = value;
        return this;
    }

    /**
     * Checks the settings, opens the store and puts the process together. Nothing is sent before {@link MailProcess#start()}.
     *
     * @return the process
     * @throws ConfigurationException when settings are missing or contradict each other, with all of them
     * @throws StoreException when the store is in use, cannot be made durable, or has another version's schema
     */
    public MailProcess build() {
        Discovery<ContentCheck> allChecks = find(ContentCheck.class, checks);
        Discovery<DocumentReader> allReaders = find(DocumentReader.class, readers);
        Discovery<ProcessListener> allListeners = find(ProcessListener.class, listeners);
        List<Transport> allTransports = findIfAsked(Transport.class, transports);
        List<Mailbox> allMailboxes = findIfAsked(Mailbox.class, mailboxes);
        Map<Channel, Transport> byChannel = check(allTransports);
        Directory people = Objects.requireNonNull(directory, "directory");
        Sources named = new Sources(sources);

        Store store = open();
        try {
            Sources audience = named.and(new LedgerSource(store));
            Standings standings = new Standings(people);
            PermissionLedger permissionUses = new PermissionLedger(store);
            UnsuitableLedger unsuitable = new UnsuitableLedger(store);
            Documents documents = new Documents(allReaders.plugins(), readLimits);
            PreviewDesk previews = new PreviewDesk(byChannel, sending, clock);
            DuplicateSearch similar = new DuplicateSearch(store, duplicates);
            Preparation preparation = new Preparation(
                    audience,
                    new CheckRunner(withDuplicates(allChecks.plugins(), similar), allChecks.broken(), documents),
                    new PolicyRunner(policy, people, zone, permissionUses::count, unsuitable),
                    standings,
                    new ReadyDocuments(documents),
                    previews,
                    new AudienceDesk(store, audience, sending.audience()),
                    similar,
                    clock,
                    calendar,
                    leadTimes,
                    zone);
            Permissions permissions = new Permissions(people, roles, clock);
            SubmissionDesk desk = new SubmissionDesk(audience, preparation, standings, byChannel, clock);
            AnchorSealer sealer = new AnchorSealer(store, clock);
            NoticeDesk noticeDesk = new NoticeDesk(notices, zone, calendar);
            NoticeOffice office = noticeDesk.office(store, people, clock, byChannel.get(Channel.MAIL));
            ListenerPump pump = new ListenerPump(
                    store, sealer, NoticeDesk.heard(allListeners.plugins(), office), clock, FEED_INTERVAL);
            DeliveryHook hook = new DeliveryHook(clock);
            Deadlines deadlines = new Deadlines(calendar, zone);
            RequestCommands commands = new RequestCommands(
                    store,
                    clock,
                    List.of(
                            hook,
                            DeadlineWork.hook(deadlines, hook),
                            permissionUses,
                            unsuitable,
                            new WorkIndex(calendar, zone),
                            similar,
                            pump));
            SendingGuard guard = new SendingGuard(
                    store,
                    desk,
                    standings,
                    new PermissionRecheck(preparation, permissions),
                    people,
                    clock,
                    sending.audience());
            DeliveryEngine engine = new DeliveryEngine(
                    store,
                    commands,
                    hook,
                    clock,
                    sending,
                    audience.all(),
                    allTransports,
                    guard,
                    List.of(new DeadlineWork(deadlines, commands, store, clock)),
                    node == null ? hostName() : node);
            ReplyIntake intake = new ReplyIntake(
                    store,
                    commands,
                    clock,
                    ReplySettings.in(zone, calendar).returnPath(sending.signedReturnPath()),
                    allMailboxes,
                    null,
                    noticeDesk.answers(store, commands, people, clock, allMailboxes));
            Audit audit = new Audit(store, sealer, new DossierDesk(store, people, clock), zone);
            return new MailProcess(new MailProcess.Parts(
                    store,
                    new Requests(store, commands, desk, permissions, guard),
                    new Reviews(store, commands, standings, clock),
                    preparation,
                    new CheckTrials(store, new TrialRun(documents, zone), permissions, clock),
                    new TestSends(commands, desk, permissions, previews, people, testPost(byChannel.get(Channel.MAIL))),
                    new Sending(store, commands, engine, permissions, clock, sending.unsubscribe()),
                    new Exclusions(store, permissions, sending.audience(), clock),
                    new Replies(intake, new ReplyDesk(store, commands, clock, allMailboxes), permissions),
                    new Reports(new Measuring(store, clock), audit),
                    audit,
                    new Events(store, sealer),
                    new Notices(store, pump, office == null ? null : office.worker()),
                    office == null ? null : office.worker(),
                    new WorkLists(store, new WaitingList(store, people), clock),
                    engine,
                    pump,
                    new MailboxPoller(intake, mailboxInterval),
                    new SimilarCleaning(store, duplicates, clock),
                    allTransports,
                    new CardDesk(
                            organisation, policy, roles, sources, allChecks.plugins(), List.copyOf(byChannel.keySet())),
                    new Vitals(store, engine, clock)));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private @Nullable TestPost testPost(@Nullable Transport mail) {
        return mail == null ? null : new TestPost(mail, sending, clock);
    }

    private static List<ContentCheck> withDuplicates(List<ContentCheck> plugins, DuplicateSearch similar) {
        List<ContentCheck> all = new ArrayList<>(List.of(new DuplicateCheck(similar)));
        all.addAll(plugins);
        return all;
    }

    private Map<Channel, Transport> check(List<Transport> all) {
        List<LocalizedText> problems = new ArrayList<>();
        if (storeDirectory == null && storeDataSource == null) {
            problems.add(LocalizedText.of(
                    "Veri deposu verilmeli: store(klasör) ya da store(DataSource).",
                    "A store is needed: store(directory) or store(DataSource)."));
        }
        if (directory == null) {
            problems.add(LocalizedText.of(
                    "Kişi rehberi verilmeli: directory(...).", "A directory of people is needed: directory(...)."));
        }
        Map<Channel, Transport> byChannel = new EnumMap<>(Channel.class);
        for (Transport t : all) {
            if (byChannel.putIfAbsent(t.channel(), t) != null) {
                problems.add(LocalizedText.of(
                        t.channel() + " kanalı için iki gönderim eklentisi var; biri olmalı.",
                        "There are two transports for channel " + t.channel() + "; one is needed."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return byChannel;
    }

    /** Transports and mailboxes need settings; those on the path are used only when somebody says that they have them. */
    private <P extends Plugin> List<P> findIfAsked(Class<P> kind, List<P> given) {
        return discoverConnections && given.isEmpty() ? find(kind, given).plugins() : List.copyOf(given);
    }

    private Store open() {
        if (storeDirectory != null) {
            return EmbeddedDatabase.open(storeDirectory);
        }
        return Store.open(Objects.requireNonNull(storeDataSource), () -> {});
    }

    private <P extends Plugin> Discovery<P> find(Class<P> kind, List<P> given) {
        return discover ? Discovery.of(loader(kind), given, off) : Discovery.only(given);
    }

    /** The module that declares the use must be the one that asks. */
    private <P extends Plugin> ServiceLoader<P> loader(Class<P> kind) {
        return ServiceLoader.load(kind, classLoader);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
