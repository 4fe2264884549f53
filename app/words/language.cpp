// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <memory>

namespace coroscope {

namespace {

/// Children of the application: translators must not outlive it.
class Translators : public QObject {
public:
    explicit Translators(QObject *parent) : QObject(parent) {}

    void install(const QString &language)
    {
        for (auto &translator : m_installed)
            QCoreApplication::removeTranslator(std::exchange(translator, nullptr).get());
        m_installed[0] = load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        m_installed[1] = load(QStringLiteral("coroscope_") + language, QStringLiteral(":/i18n"));
        for (const auto &translator : m_installed)
            if (translator)
                QCoreApplication::installTranslator(translator.get());
    }

private:
    static std::unique_ptr<QTranslator> load(const QString &name, const QString &folder)
    {
        auto translator = std::make_unique<QTranslator>();
        return translator->load(name, folder) ? std::move(translator) : nullptr;
    }

    std::array<std::unique_ptr<QTranslator>, 2> m_installed;
};

QString &current()
{
    static QString language = QStringLiteral("en");
    return language;
}

} // namespace

void setLanguage(const QString &language)
{
    current() = language == QLatin1String("fr") ? QStringLiteral("fr") : QStringLiteral("en");
    // The locale first: what redraws itself upon LanguageChange writes numbers already.
    QLocale::setDefault(QLocale(current()));
    QObject *const application = QCoreApplication::instance();
    if (!application)
        return; // nobody to install translators with
    auto *translators = dynamic_cast<Translators *>(
        application->findChild<QObject *>(QStringLiteral("translators"), Qt::FindDirectChildrenOnly));
    if (!translators) {
        translators = new Translators(application);
        translators->setObjectName(QStringLiteral("translators"));
    }
    translators->install(current());
}

QString language()
{
    return current();
}

QString desktopLanguage()
{
    return QLocale::system().language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
}

} // namespace coroscope
