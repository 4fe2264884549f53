// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include "app/formats/picture.h"
#include "app/timeline/layout.h"
#include "tests/support/handtrace.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace coroscope;
using namespace coroscope::formats;

class TestPicture : public QObject {
    Q_OBJECT

    testing::HandTrace m_trace;
    timeline::Scene m_scene;
    QTemporaryDir m_dir;

    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        testing::recordPieces(m_trace);
        timeline::ChartRequest request;
        request.size = {640, 360};
        request.runs = {{.spans = &m_trace.spans()}};
        m_scene = timeline::layoutChart(request);
    }

    void theSuffixTellsTheFormat()
    {
        QCOMPARE(pictureFormat(QStringLiteral("a/b.PNG")), PictureFormat::Png);
        QCOMPARE(pictureFormat(QStringLiteral("b.svg")), PictureFormat::Svg);
        QVERIFY(!pictureFormat(QStringLiteral("b.jpeg")));
        QVERIFY(!pictureFormat(QStringLiteral("png")));
    }

    void aPngHasTheSizeTimesTheScale()
    {
        QVERIFY(writePicture(path("a.png"), m_scene, PictureFormat::Png, 2, QStringLiteral("Été"))
                    .ok());
        const QImage image(path("a.png"));
        QCOMPARE(image.size(), QSize(1280, 720));
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Été"));
    }

    void anSvgIsText()
    {
        QVERIFY(writePicture(path("a.svg"), m_scene, PictureFormat::Svg).ok());
        QFile file(path("a.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("<svg "));
    }

    void failuresLeaveNothingBehind_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("no such folder") << path("nowhere/a.svg");
        QTest::newRow("a folder") << m_dir.path();
    }

    void failuresLeaveNothingBehind()
    {
        QFETCH(QString, target);
        const QStringList before = QDir(m_dir.path()).entryList();
        const WriteResult result = writePicture(target, m_scene, PictureFormat::Svg);
        QVERIFY(!result.ok());
        QVERIFY(result.error.contains(target));
        QVERIFY(!result.error.contains(QLatin1Char('\n')));
        QCOMPARE(QDir(m_dir.path()).entryList(), before);
    }

    void anExistingFileSurvivesADiskThatFillsUp()
    {
        QVERIFY(writeFile(path("old.svg"), "old").ok());
        const QStringList before = QDir(m_dir.path()).entryList();
        rlimit usual{};
        getrlimit(RLIMIT_FSIZE, &usual);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{1000, usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const WriteResult result = writePicture(path("old.svg"), m_scene, PictureFormat::Svg);
        setrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!result.ok());
        QCOMPARE(QDir(m_dir.path()).entryList(), before);
        QFile file(path("old.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
    }

    void aPipeIsWrittenToNotReplaced()
    {
        const QByteArray name = path("pipe").toUtf8();
        QCOMPARE(mkfifo(name.constData(), 0600), 0);
        const int reader = open(name.constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        QVERIFY(writeFile(path("pipe"), "through").ok());
        std::array<char, 16> text{};
        const auto length = read(reader, text.data(), text.size());
        close(reader);
        QCOMPARE(QByteArray(text.data(), length), QByteArray("through"));
        struct stat status {};
        QCOMPARE(stat(name.constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }
};

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
