// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/python_source.h"
#include "app/cli/source.h"
#include "app/cli/text_application.h"
#include "app/words/language.h"
#include "app/words/narrator.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct ExplainText {
    Q_DECLARE_TR_FUNCTIONS(ExplainCommand)
};

QString storyOf(const Source &source)
{
    Spans spans(source.trace());
    spans.update();
    Names names(spans);
    names.update();
    Narrator narrator(names);
    narrator.update();
    QString text;
    for (const Narrator::Sentence &sentence : narrator.all())
        text += sentence.text + QLatin1Char('\n');
    return text;
}

Status explain(const Options &options)
{
    const TextApplication application;
    setLanguage(options.value(QStringLiteral("lang")));
    Source source = openSource(options);
    finish(source);
    writeOutput(options.value(QStringLiteral("output")), storyOf(source));
    return source.uncaught() ? Status::Uncaught : Status::Done;
}

} // namespace

Command explainCommand()
{
    return {{.name = QStringLiteral("explain"),
             .argument = QStringLiteral("ID|FILE"),
             .help = ExplainText::tr("Tells a run in sentences, one a step."),
             .options = QList<OptionForm>{setOption(), languageOption(), outputOption()} + pythonOptions(),
             .takesProgram = true},
            &explain};
}

} // namespace coroscope::cli
