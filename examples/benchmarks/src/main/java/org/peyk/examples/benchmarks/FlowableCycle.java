package org.peyk.examples.benchmarks;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/**
 * The same four steps in Flowable: a process is started with the text, one person's task is completed and then another's, and a service task
 * says that it is ready. Its history is kept at the engine's default level; it compares no digest and knows no four-eyes rule.
 */
final class FlowableCycle implements LifecycleBenchmark.Cycle {

    private static final AtomicLong READY = new AtomicLong();

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="benchmark">
              <process id="mail" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="dean"/>
                <userTask id="dean" flowable:candidateGroups="deans"/>
                <sequenceFlow id="b" sourceRef="dean" targetRef="office"/>
                <userTask id="office" flowable:candidateGroups="office"/>
                <sequenceFlow id="c" sourceRef="office" targetRef="ready"/>
                <serviceTask id="ready" flowable:class="org.peyk.examples.benchmarks.FlowableCycle$Ready"/>
                <sequenceFlow id="d" sourceRef="ready" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;

    FlowableCycle(DataSource database) {
        StandaloneProcessEngineConfiguration c = new StandaloneProcessEngineConfiguration();
        c.setDataSource(database);
        c.setDatabaseSchemaUpdate("true");
        c.setAsyncExecutorActivate(false);
        this.engine = c.buildProcessEngine();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        engine.getRepositoryService()
                .createDeployment()
                .addString("mail.bpmn20.xml", PROCESS)
                .deploy();
    }

    /** The last step. */
    public static final class Ready implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            READY.incrementAndGet();
        }
    }

    @Override
    public void run(int number) {
        String text = Crowd.form().content().versions().get(0).text();
        String id = runtime.startProcessInstanceByKey(
                        "mail", Map.of("requester", "P-" + number, "subject", "Kütüphane saatleri", "text", text))
                .getId();
        complete(id, "DEAN-0");
        complete(id, "OFFICER-0");
    }

    private void complete(String id, String who) {
        Task task = tasks.createTaskQuery().processInstanceId(id).singleResult();
        tasks.complete(task.getId(), who);
    }

    @Override
    public void close() {
        engine.close();
    }
}
