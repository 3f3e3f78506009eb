package org.peyk.spring;

import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.MailProcess;
import org.peyk.MailProcessBuilder;
import org.peyk.ProcessRoles;
import org.peyk.SendingConfig;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.event.ProcessListener;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.transport.Transport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Makes a mail process from the application's beans, once there is a {@link Directory}: data source, policy, sources, checks, readers,
 * transports, mailboxes, listeners, clock, calendar, roles, sending. Every bean of its own gives way to one of the application's.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnProperty(prefix = "peyk", name = "enabled", matchIfMissing = true)
@ConditionalOnBean(Directory.class)
@EnableConfigurationProperties(PeykProperties.class)
public class PeykAutoConfiguration {

    /** Made by Spring. */
    public PeykAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    SendingConfig peykSendingConfig(PeykProperties properties) {
        return properties.sending().config();
    }

    @Bean
    @ConditionalOnMissingBean
    MailProcess mailProcess(
            PeykProperties properties,
            Directory directory,
            ObjectProvider<DataSource> dataSource,
            ObjectProvider<ApprovalPolicy> policy,
            ObjectProvider<Clock> clock,
            ObjectProvider<WorkingCalendar> calendar,
            ObjectProvider<ProcessRoles> roles,
            ObjectProvider<SendingConfig> sending,
            ObjectProvider<RecipientSource> sources,
            ObjectProvider<ContentCheck> checks,
            ObjectProvider<DocumentReader> readers,
            ObjectProvider<Transport> transports,
            ObjectProvider<Mailbox> mailboxes,
            ObjectProvider<ProcessListener> listeners,
            ObjectProvider<MailProcessCustomizer> customizers) {
        MailProcessBuilder b = MailProcess.builder()
                .directory(directory)
                .zone(properties.zone())
                .mailboxInterval(properties.mailboxInterval())
                .discoverPlugins(properties.discoverPlugins())
                .discoverConnections(properties.discoverConnections());
        store(b, properties, dataSource);
        if (properties.node() != null) {
            b.node(properties.node());
        }
        properties.switchOff().forEach(b::switchOff);
        policy.ifUnique(b::policy);
        clock.ifUnique(b::clock);
        calendar.ifUnique(b::calendar);
        roles.ifUnique(b::roles);
        sending.ifUnique(b::sending);
        sources.orderedStream().forEach(b::recipientSource);
        checks.orderedStream().forEach(b::contentCheck);
        readers.orderedStream().forEach(b::documentReader);
        transports.orderedStream().forEach(b::transport);
        mailboxes.orderedStream().forEach(b::mailbox);
        listeners.orderedStream().forEach(b::listener);
        customizers.orderedStream().forEach(c -> c.customize(b));
        return b.build();
    }

    /** Without either, the builder says what is missing. */
    private static void store(MailProcessBuilder b, PeykProperties properties, ObjectProvider<DataSource> dataSource) {
        if (properties.storeDirectory() != null) {
            b.store(properties.storeDirectory());
        } else {
            DataSource own = plain(dataSource.getIfAvailable());
            if (own != null) {
                b.store(own);
            }
        }
    }

    /** The library's own transactions must not end up in one of the application's that happens to be open. */
    private static @Nullable DataSource plain(@Nullable DataSource d) {
        return d instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : d;
    }

    @Bean
    @ConditionalOnMissingBean
    ProcessLifecycle peykProcessLifecycle(MailProcess process, PeykProperties properties) {
        return new ProcessLifecycle(process, properties.autoStart());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(DataSource.class)
    PeykRequests peykRequests(MailProcess process, DataSource dataSource) {
        DataSource target = plain(dataSource);
        return new PeykRequests(process, target == null ? dataSource : target);
    }
}
