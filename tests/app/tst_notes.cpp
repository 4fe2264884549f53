// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "app/chart/chart_widget.h"
#include "app/chart/note_editor.h"
#include "app/controls/appearance.h"
#include "app/export/run_writer.h"
#include "app/notes/note_book.h"
#include "app/readers/opened_file.h"
#include "app/timeline/layout.h"
#include "app/timeline/note_layout.h"
#include "app/window/main_window.h"
#include "app/window/outputs.h"
#include "tests/support/hand_trace.h"

using namespace coroscope;
using namespace coroscope::timeline;
using formats::NoteBook;

/// Notes: where they are drawn, how they are written, and that they are kept.
class TestNotes : public QObject {
    Q_OBJECT

    testing::HandTrace m_trace;
    std::vector<RunNote> m_notes;
    QTemporaryDir m_dir;

    Scene sceneAt(Instant now) { return sceneOf(m_trace, {1200, 500}, now); }
    Scene sceneOf(testing::HandTrace &trace, QSizeF size, Instant now = kNever)
    {
        ChartRequest request;
        request.size = size;
        request.runs = {{.spans = &trace.spans(), .notes = &m_notes}};
        request.runs.front().now = now;
        request.runs.front().cursor = now == kNever ? ~EventIndex(0) : cursorAt(trace.trace(), now);
        return layoutChart(request);
    }
    /// A task after the other, each asleep from the start until its turn.
    static void recordStairs(testing::HandTrace &trace, int tasks)
    {
        std::vector<ActorId> steps;
        for (int i = 0; i < tasks; ++i)
            steps.push_back(trace.task("job" + std::to_string(i)));
        Duration turn = 0s;
        for (const ActorId task : steps)
            trace.step(task).sleep(task, turn += 500ms);
        turn = 0s;
        for (const ActorId task : steps)
            trace.at(turn += 500ms).wake(task).step(task).done(task);
        trace.finish();
    }
    static std::vector<QRectF> cardsOf(const Scene &scene)
    {
        std::vector<QRectF> cards;
        for (const Hit &hit : scene.hits) {
            if (hit.kind == Hit::Kind::Note)
                cards.push_back(hit.rect);
        }
        return cards;
    }
    static bool shows(const Scene &scene, const QString &words)
    {
        for (const Layer &layer : scene.layers) {
            for (const Text &text : layer.texts) {
                if (text.string == words)
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        testing::recordPieces(m_trace);
    }

    void init()
    {
        m_notes = {{.at = Instant(500ms), .end = Instant(1500ms), .lane = "run2", .text = "run2 sleeps – été ✓"},
                   {.at = Instant(0ms), .lane = "run1", .text = "begins"},
                   {.at = Instant(1500ms), .text = "the end"}};
    }

    void cardsCoverNothingWhereThereIsRoom()
    {
        const Scene scene = sceneAt(kNever);
        const auto cards = cardsOf(scene);
        QCOMPARE(cards.size(), m_notes.size());
        for (std::size_t i = 0; i < cards.size(); ++i) {
            QVERIFY(scene.plots.front().area.contains(cards[i]));
            for (const Box &bar : scene.layers[1].boxes)
                QVERIFY(!bar.rect.intersects(cards[i]));
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY(!cards[i].intersects(cards[other]));
        }
        QVERIFY(shows(scene, QStringLiteral("run2 sleeps – été ✓")));
    }

    void amongManyLanesTheyAreNearAndCoverNoPin()
    {
        testing::HandTrace stairs;
        recordStairs(stairs, 40);
        m_notes = {{.at = Instant(5s), .lane = "job9", .text = "its turn"},
                   {.at = Instant(14s), .lane = "job27", .text = "and some words more, so that it is a wide one"},
                   {.at = Instant(19s), .lane = "job37", .text = "late"}};
        const Scene scene = sceneOf(stairs, {1600, 1600});
        const auto cards = cardsOf(scene);
        QCOMPARE(cards.size(), m_notes.size());
        for (const Box &bar : scene.layers[1].boxes) {
            for (const QRectF &card : cards)
                QVERIFY(!bar.rect.intersects(card) || bar.rect.width() > 2 * card.width()); // those are waits
        }
        const QRectF area = scene.plots.front().area;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const double at =
                area.left() + area.width() * static_cast<double>(m_notes[i].at.time_since_epoch() / 1ms) / 20'000;
            QVERIFY(std::abs(cards[i].center().x() - at) < 250);
        }
    }

    void theyStayWhereTheyAreWhileBarsGrow()
    {
        const auto cards = cardsOf(sceneAt(kNever));
        for (const int ms : {500, 700, 1100, 1499}) {
            const auto now = cardsOf(sceneAt(Instant(std::chrono::milliseconds(ms))));
            QCOMPARE(now.size(), std::size_t(2));
            QCOMPARE(now[1], cards[1]);
        }
    }

    void nothingIsSaidBeforeItsInstant()
    {
        QVERIFY(!shows(sceneAt(Instant(400ms)), QStringLiteral("run2 sleeps – été ✓")));
        QVERIFY(shows(sceneAt(Instant(500ms)), QStringLiteral("run2 sleeps – été ✓")));
    }

    void notesOutOfTimeAreNotTaken()
    {
        NoteBook book(m_dir.filePath(QStringLiteral("edited")));
        book.setNotes(QStringLiteral("run"), {{.at = Instant(1ms), .text = "kept"},
                                              {.at = Instant(2ms), .end = Instant(3ms), .text = "early"},
                                              {.at = Instant(4ms), .text = "late"}});
        const QString file =
            QDir(m_dir.filePath(QStringLiteral("edited"))).entryInfoList(QDir::Files).first().filePath();
        QFile edited(file);
        QVERIFY(edited.open(QIODevice::ReadWrite));
        QByteArray text = edited.readAll();
        text.replace(": 2000000", ": -9223372036854775808").replace(": 4000000", ": 9223372036854775807");
        QVERIFY(edited.seek(0) && edited.write(text) == text.size());
        edited.close();
        const NoteBook again(m_dir.filePath(QStringLiteral("edited")));
        const auto &notes = again.notes(QStringLiteral("run"));
        QCOMPARE(notes.size(), std::size_t(1));
        QCOMPARE(notes.front().text, std::string("kept"));
    }

    void aLaneThatIsNotThereHasNoNote()
    {
        m_notes = {{.lane = "nobody", .text = "?"}};
        QCOMPARE(cardsOf(sceneAt(kNever)).size(), std::size_t(0));
    }

    void longTextsAreWrapped()
    {
        const QStringList lines = wrappedText(QStringLiteral("one two three four five six\nseven"), 16, 100, 3);
        QCOMPARE(lines.size(), 3);
        for (const QString &line : lines)
            QVERIFY(textWidth(line, 16) <= 100);
        QVERIFY(lines.last().endsWith(QStringLiteral("…")));
        QCOMPARE(wrappedText(QStringLiteral("a\nb"), 16, 100, 3),
                 QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aSavedRunKeepsThem()
    {
        m_notes.push_back({.at = Instant(1ns), .lane = "a \"lane\"\\", .text = "two\nlines\tand \x01"});
        Names names(m_trace.spans());
        names.update();
        const QString path = m_dir.filePath(QStringLiteral("run.json"));
        QVERIFY(formats::saveRun(path, names, {.name = "pieces", .notes = m_notes}).ok());
        const auto opened = formats::openFile(path);
        QVERIFY2(opened && opened.value->run(), qPrintable(opened.error));
        QCOMPARE(opened.value->run()->info.notes, m_notes);
        QVERIFY(!formats::saveRun(m_dir.filePath(QStringLiteral("none/run.json")), names, {}).ok());
    }

    void theNoteBookKeepsThem()
    {
        const QString folder = m_dir.filePath(QStringLiteral("notes"));
        const QString run = QStringLiteral("/somewhere/é.json");
        {
            NoteBook book(folder);
            const QSignalSpy changed(&book, &NoteBook::changed);
            book.setNotes(run, m_notes);
            QCOMPARE(changed.count(), 1);
        }
        NoteBook book(folder);
        QCOMPARE(book.notes(run), m_notes);
        QCOMPARE(book.notes(QStringLiteral("other")).size(), std::size_t(0));
        book.suggest(run, {{.text = "came with the file"}});
        QCOMPARE(book.notes(run), m_notes); // one's own stand
        book.setNotes(run, {});
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList());
        book.suggest(run, {{.text = "came with the file"}});
        QCOMPARE(book.notes(run).size(), std::size_t(1));
    }

    void writingOneInTheWindow()
    {
        Appearance appearance;
        MainWindow window(appearance);
        window.resize(1600, 900);
        window.session().open(QStringLiteral("pieces-gather"));
        window.playback().toEnd();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *chart = window.findChild<ChartWidget *>();
        NoteBook &book = window.outputs().notes();
        NoteEditor &editor = window.outputs().noteEditor();
        QCOMPARE(chart->stage().focus(), window.session().position());
        const QString run = chart->stage().run(window.session().position()).id();
        book.setNotes(run, {});
        chart->grab();

        // On a span: its time and its lane.
        const auto span = std::ranges::find_if(chart->scene().hits, [](const Hit &hit) {
            return hit.kind == Hit::Kind::Span && hit.rect.width() > 100 && hit.run == 0;
        });
        QVERIFY(span != chart->scene().hits.end());
        editor.addAt(span->rect.center());
        auto *field = chart->findChild<QPlainTextEdit *>();
        QVERIFY(editor.editing() && field && field->isVisible());
        field->setPlainText(QStringLiteral("it sleeps"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!editor.editing());
        QCOMPARE(book.notes(run).size(), std::size_t(1));
        QCOMPARE(book.notes(run)[0].text, std::string("it sleeps"));
        QVERIFY(book.notes(run)[0].end);
        QVERIFY(!book.notes(run)[0].lane.empty());
        chart->grab();
        QVERIFY(shows(chart->scene(), QStringLiteral("it sleeps")));

        // Escape leaves it; an empty text removes it.
        editor.edit(0, 0);
        chart->findChildren<QPlainTextEdit *>().last()->setPlainText(QStringLiteral("no"));
        QTest::keyClick(chart->findChildren<QPlainTextEdit *>().last(), Qt::Key_Escape);
        QCOMPARE(book.notes(run)[0].text, std::string("it sleeps"));
        editor.edit(0, 0);
        chart->findChildren<QPlainTextEdit *>().last()->clear();
        QTest::keyClick(chart->findChildren<QPlainTextEdit *>().last(), Qt::Key_Return);
        QCOMPARE(book.notes(run).size(), std::size_t(0));

        // At the now-line, without a lane.
        editor.addAtNow();
        chart->findChildren<QPlainTextEdit *>().last()->setPlainText(QStringLiteral("over"));
        QTest::keyClick(chart->findChildren<QPlainTextEdit *>().last(), Qt::Key_Return);
        QCOMPARE(book.notes(run).back().at, window.playback().now());
        const QString path = m_dir.filePath(QStringLiteral("window.trace.json"));
        window.outputs().saveRunTo(path);
        const auto opened = formats::openFile(path);
        QVERIFY(opened && opened.value->run());
        QCOMPARE(opened.value->run()->info.notes, book.notes(run));
        QCOMPARE(opened.value->run()->info.name, std::string("pieces-gather"));
        book.setNotes(run, {});
    }
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
