// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "app/live/constants.h"
#include "app/live/python_program.h"

using namespace coroscope;

namespace {

QString read(const QString &source)
{
    QStringList lines;
    for (const PythonConstant &constant : constantsOf(source))
        lines << QStringLiteral("%1:%2=%3/%4")
                     .arg(constant.line)
                     .arg(constant.name, constant.written)
                     .arg(static_cast<int>(constant.type));
    return lines.join(QLatin1Char(' '));
}

void makeFile(const QString &path, bool executable = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (executable)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

class TestPythonProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constantsAreFoundAtTheLeftMargin_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("found");
        QTest::newRow("numbers") << "JOBS = 8\nPERIOD = 0.5  # seconds\nBIG=1_000\nSMALL = -1e-3\n"
                                 << "1:JOBS=8/0 2:PERIOD=0.5/1 3:BIG=1_000/0 4:SMALL=-1e-3/1";
        QTest::newRow("texts") << "NAME = 'a b'\nOTHER = \"it's\"\n" << "1:NAME='a b'/2 2:OTHER=\"it's\"/2";
        QTest::newRow("truth") << "LOUD = True\nQUIET = False\n" << "1:LOUD=True/3 2:QUIET=False/3";
        QTest::newRow("lists") << "NAMES = [\"a\", \"b\"]\nTIMES = (1, 2.5)\nONE = (1,)\nNONE = []\n"
                               << "1:NAMES=[\"a\", \"b\"]/4 2:TIMES=(1, 2.5)/4 3:ONE=(1,)/4 4:NONE=[]/4";
        QTest::newRow("with a type") << "JOBS: int = 8\r\n" << "1:JOBS=8/0";
        QTest::newRow("not a constant")
            << "a = f(1)\nb = 1 + 2\nc = (1)\nd == 3\ne = 1 if x else 2\nf = 1, 2\n g = 3\nh = f'x'\nx.y = 1\n"
            << "";
        QTest::newRow("given a value twice") << "N = 1\nM = 2\nN = 3\n" << "2:M=2/0";
        QTest::newRow("in a text") << "\"\"\"\nN = 1\n\"\"\"\nM = 2\n'''x''' ; K = 1\ns = '''\nL = 3\n'''\n"
                                   << "4:M=2/0";
        QTest::newRow("in brackets") << "call(\n1,\nN = 1\n)\nM = 2\n" << "5:M=2/0";
        QTest::newRow("quotes in comments") << "# it's\nN = 1  # don't \"\"\"\nM = 2\n" << "2:N=1/0 3:M=2/0";
    }

    void constantsAreFoundAtTheLeftMargin()
    {
        QFETCH(QString, source);
        QTEST(read(source), "found");
    }

    void valuesFitTheirConstants()
    {
        const auto literal = [](const char *source, const QString &written) {
            return literalFor(constantsOf(QString::fromUtf8(source)).first(), written).value_or(QStringLiteral("none"));
        };
        QCOMPARE(literal("N = 1", QStringLiteral(" 3 ")), QStringLiteral("3"));
        QCOMPARE(literal("N = 1", QStringLiteral("x")), QStringLiteral("none"));
        QCOMPARE(literal("N = 1", QStringLiteral("exit()")), QStringLiteral("none"));
        QCOMPARE(literal("D = 1.5", QStringLiteral("2")), QStringLiteral("2"));
        QCOMPARE(literal("S = 'a'", QStringLiteral("b \"c\"")), QStringLiteral("\"b \\\"c\\\"\""));
        QCOMPARE(literal("S = 'a'", QStringLiteral("'b'")), QStringLiteral("'b'"));
        QCOMPARE(literal("B = True", QStringLiteral("no")), QStringLiteral("False"));
        QCOMPARE(literal("L = [1]", QStringLiteral("1, 2")), QStringLiteral("[1, 2]"));
        QCOMPARE(literal("L = [1]", QStringLiteral("[1, x]")), QStringLiteral("none"));
    }

    void programsAreToldByTheirNames()
    {
        QTemporaryDir folder;
        const QString base = folder.path();
        makeFile(base + QStringLiteral("/prog.py"));
        makeFile(base + QStringLiteral("/package/__main__.py"));
        QDir(base).mkdir(QStringLiteral("odd.py"));
        QVERIFY(namesPythonProgram(base + QStringLiteral("/prog.py")));
        QVERIFY(namesPythonProgram(QStringLiteral("no-such.py")));
        QVERIFY(namesPythonProgram(base + QStringLiteral("/package/")));
        QVERIFY(!namesPythonProgram(base));
        QVERIFY(!namesPythonProgram(base + QStringLiteral("/odd.py")));
        QVERIFY(!namesPythonProgram(QStringLiteral("run.json")));
        const PythonProgram package = pythonProgram(base + QStringLiteral("/package/"));
        QCOMPARE(package.title(), QStringLiteral("package"));
        QCOMPARE(package.mainFile(), base + QStringLiteral("/package/__main__.py"));
        const PythonProgram module{
            .form = PythonProgram::Form::Module, .name = QStringLiteral("a.b"), .arguments = {QStringLiteral("x")}};
        QCOMPARE(module.interpreterArguments(),
                 QStringList({QStringLiteral("-m"), QStringLiteral("a.b"), QStringLiteral("x")}));
    }

    void theInterpreterBesideTheProgramIsPreferred()
    {
        qunsetenv("VIRTUAL_ENV");
        QTemporaryDir folder;
        const QString base = QDir(folder.path()).canonicalPath();
        makeFile(base + QStringLiteral("/prog.py"));
        const PythonProgram program = pythonProgram(base + QStringLiteral("/prog.py"));
        QVERIFY(interpreterOf(program).endsWith(QStringLiteral("/python3")));
        makeFile(base + QStringLiteral("/.venv/bin/python3"), true);
        QCOMPARE(interpreterOf(program), base + QStringLiteral("/.venv/bin/python3"));
        PythonProgram chosen = program;
        chosen.interpreter = base + QStringLiteral("/no-such");
        QCOMPARE(interpreterOf(chosen), QString());
    }
};

QTEST_GUILESS_MAIN(TestPythonProgram)
#include "tst_python_program.moc"
