// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/offscreen.h"
#include "app/cli/python_source.h"
#include "app/cli/run_page.h"
#include "app/course/lesson_texts.h"
#include "app/export/picture.h"
#include "app/export/web/site_index.h"
#include "app/words/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <set>

namespace coroscope::cli {

namespace {

struct SiteText {
    Q_DECLARE_TR_FUNCTIONS(SiteCommand)
};

/// A page of the site, in whatever language its index is.
struct SitePage {
    QString file;
    std::function<QString(const QString &language)> title;
    const Lesson *lesson = nullptr; ///< null: a file that was added
};

class Site {
public:
    Site(const Options &options, const QString &folder) : m_options(options), m_folder(folder)
    {
        for (const char *name : {"index.html", "index.en.html", "index.fr.html"})
            m_taken.insert(QLatin1String(name));
    }

    void addLesson(const Lesson &lesson)
    {
        std::vector<Source> sources;
        sources.push_back(openLesson(m_options, QString::fromStdString(lesson.id)));
        add(std::move(sources), QString::fromStdString(lesson.id), &lesson);
    }

    void addFile(const QString &file)
    {
        std::vector<Source> sources;
        if (namesPythonProgram(file))
            sources.push_back(runProgram(m_options, pythonProgram(file)));
        else
            sources.push_back(openFile(m_options, file));
        add(std::move(sources), QFileInfo(file).completeBaseName(), nullptr);
    }

    /// One index a language; the one that was asked for is the first page.
    void writeIndexes()
    {
        const QString first = language();
        for (const QString &each : formats::textLanguages()) {
            setLanguage(each);
            const QString other = each == QLatin1String("fr") ? QStringLiteral("en") : QStringLiteral("fr");
            write(fileOf(each, first), formats::siteIndex(indexIn(each, fileOf(other, first))));
        }
        setLanguage(first);
    }

private:
    static QString fileOf(const QString &language, const QString &first)
    {
        return language == first ? QStringLiteral("index.html") : QStringLiteral("index.%1.html").arg(language);
    }

    void add(std::vector<Source> sources, const QString &name, const Lesson *lesson)
    {
        if (Interruption::asked())
            throw Failure{Status::Unwritable, SiteText::tr("stopped; the site is not complete")};
        const FinishedRuns runs = finishedRuns(std::move(sources));
        formats::PageRequest request = pageOf(runs);
        request.home = QStringLiteral("index.html");
        const QString file = freeName(name);
        write(file, madePage(request));
        m_pages.push_back({file, request.runs.front().title, lesson});
    }

    /// Two files of one name are two pages.
    QString freeName(const QString &name)
    {
        QString file = name + QStringLiteral(".html");
        for (int number = 2; !m_taken.insert(file).second; ++number)
            file = QStringLiteral("%1-%2.html").arg(name).arg(number);
        return file;
    }

    void write(const QString &file, const QByteArray &page)
    {
        if (const auto written = formats::writeFile(m_folder.filePath(file), page); !written.ok())
            throw unwritable(written.error);
    }

    [[nodiscard]] formats::SiteIndex indexIn(const QString &each, const QString &other) const
    {
        formats::SiteIndex index{each, SiteText::tr("Who holds the thread?"), {}, other};
        for (const SitePage &page : m_pages) {
            formats::SiteEntry entry{page.file, SiteText::tr("Further runs"), page.title(each), {}, page.file};
            if (page.lesson) {
                const formats::LessonTexts &texts = formats::lessonTexts(QString::fromStdString(page.lesson->id), each);
                entry.group = QStringLiteral("%1 · %2")
                                  .arg(page.lesson->chapter)
                                  .arg(formats::chapterTitle(page.lesson->chapter, each));
                entry.about = texts.introduction;
                entry.words += QLatin1Char(' ') + texts.words.join(QLatin1Char(' '));
            }
            index.entries.push_back(std::move(entry));
        }
        return index;
    }

    const Options &m_options;
    QDir m_folder;
    std::set<QString> m_taken;
    std::vector<SitePage> m_pages;
};

void makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        throw Failure{Status::Unwritable, SiteText::tr("cannot write %1: it is not a folder").arg(folder)};
    if (!QDir().mkpath(folder))
        throw Failure{Status::Unwritable, SiteText::tr("cannot write %1: the folder cannot be made").arg(folder)};
}

Status makeSite(const Options &options)
{
    const Offscreen platform;
    setLanguage(options.value(QStringLiteral("lang")));
    const QString folder = options.argument();
    makeFolder(folder);
    const Interruption interruption;
    Site site(options, folder);
    for (const Lesson &lesson : lessons())
        site.addLesson(lesson);
    for (const QString &file : options.values(QStringLiteral("add")))
        site.addFile(file);
    site.writeIndexes();
    return Status::Done;
}

} // namespace

Command siteCommand()
{
    const OptionForm add{QStringLiteral("add"),
                         QStringLiteral("FILE"),
                         SiteText::tr("a scenario, a saved run or a Python program besides; can be repeated"),
                         {}};
    return {{QStringLiteral("site"),
             QStringLiteral("FOLDER"),
             SiteText::tr("Writes every lesson as a page that plays it, with an index: a web site."),
             {languageOption(), add}},
            &makeSite};
}

} // namespace coroscope::cli
