// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/appearance.h"

#include "app/access/focus_ring.h"
#include "app/access/spoken.h"
#include "app/controls/field_style.h"

#include <QApplication>
#include <QPalette>
#include <QScreen>

#include <algorithm>

namespace coroscope {

using timeline::contrast;
using timeline::readableOn;
using timeline::Theme;

namespace {

constexpr double kHighContrast =
    19.5; ///< black and white have 21, yellow on black a little more than this; usual desktops less

/// The desktop's own colours, in which whoever chose them can read; tasks and starvation keep theirs.
Theme contrastTheme(const QPalette &desktop, Theme::Id id)
{
    Theme theme = Theme::of(id);
    const QColor text = desktop.color(QPalette::WindowText);
    const QColor base = desktop.color(QPalette::Base);
    const QColor highlight = desktop.color(QPalette::Highlight);
    theme.background = desktop.color(QPalette::Window);
    theme.panel = contrast(text, base) >= kHighContrast ? base : theme.background;
    theme.waitFill = theme.panel;
    theme.selection = theme.background;
    theme.accent = contrast(highlight, theme.panel) >= 4.5 ? highlight : text;
    for (QColor *ink :
         {&theme.text, &theme.mutedText, &theme.border, &theme.outline, &theme.nowLine, &theme.waitLine, &theme.arrow})
        *ink = text;
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.background);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.starved);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, readableOn(theme.accent));
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Midlight, theme.background);
    palette.setColor(QPalette::Mid, theme.waitLine); // frames of fields
    palette.setColor(QPalette::Dark, theme.border);
    palette.setColor(QPalette::Shadow, theme.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.mutedText);
    return palette;
}

/// What Fusion does not give: flat cards with a thin frame, as the charts have. @names are colours of the theme.
constexpr char kStyleSheet[] = R"(
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QFrame[card="true"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
QFrame[card="inset"] { background: @background; border: 1px solid @border; border-radius: 6px; }
QFrame[card="accent"] { background: @panel; border: 2px solid @accent; border-radius: 6px; }
QFrame[card="bar"] { background: @panel; border: none; border-bottom: 1px solid @border; }
QFrame[card="message"] { background: @selection; border: none; border-top: 2px solid @accent; }
QFrame[card="trouble"] { background: @panel; border: none; border-top: 3px solid @worse; }
QFrame[card="side"] { background: @panel; border: none; border-right: 1px solid @border; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="heading"] { color: @accent; font-weight: bold; }
QPushButton, QToolButton { background: @background; color: @text; border: 1px solid @field; border-radius: 6px; padding: 5px 10px; }
QLineEdit { background: @background; border: 1px solid @field; border-radius: 6px; padding: 5px 10px; }
QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit { background: transparent; border: none; padding: 0px; }
QToolButton { padding: 5px; }
QToolButton[role="heading"] { background: transparent; border: none; padding: 2px 6px; color: @accent; font-weight: bold; text-align: left; }
QToolButton[role="heading"]:focus { border-bottom: 2px solid @accent; }
QToolButton[role="link"] { background: transparent; border: 1px solid transparent; padding: 1px 2px; color: @accent; text-decoration: underline; }
QToolButton[role="link"]:focus { border: 2px solid @accent; padding: 0px 1px; }
QPushButton[half="left"] { border-top-right-radius: 0px; border-bottom-right-radius: 0px; }
QPushButton[half="right"], QToolButton[half="right"] { border-top-left-radius: 0px; border-bottom-left-radius: 0px; border-left: none; }
QScrollArea { background: transparent; }
QToolButton::menu-indicator { image: none; width: 0px; }
QPushButton:hover, QToolButton:hover { background: @selection; }
QPushButton:focus, QToolButton:focus, QLineEdit:focus { border: 2px solid @accent; }
QPushButton:checked, QToolButton:checked, QToolButton[primary="true"], QPushButton[primary="true"] { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton:checked:focus, QToolButton:checked:focus, QToolButton[primary="true"]:focus, QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton:disabled, QPushButton[primary="true"]:disabled, QToolButton:disabled { background: transparent; color: @field; border: 1px dashed @border; }
QSlider::groove:horizontal { height: 10px; border-radius: 5px; background: @grid; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 5px; }
QSlider::handle:horizontal { width: 20px; margin: -7px 0; border-radius: 12px; background: @accent; border: 2px solid @panel; }
QSlider::handle:horizontal:focus { border: 2px solid @text; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 3px solid transparent; padding: 6px 9px; }
QTabBar::tab:selected { color: @accent; border-bottom: 3px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @text; }
QTreeView, QTableView, QListView { background: @panel; border: none; selection-background-color: @accent; selection-color: @onAccent; outline: none; }
QTreeView::item { padding: 5px 2px; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @border; padding: 4px 8px; }
QHeaderView::section:vertical { border: none; padding: 2px 8px; }
QTableView::item { padding: 0px 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @panel; border: none; }
QSplitter::handle { background: transparent; }
QMenuBar { background: @panel; color: @text; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: @accent; color: @onAccent; }
QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString styleSheetOf(const Theme &theme)
{
    QString sheet = QString::fromLatin1(kStyleSheet);
    const std::pair<const char *, QColor> colours[] = {
        {"@panel", theme.panel},     {"@background", theme.background},
        {"@border", theme.border},   {"@field", theme.waitLine},
        {"@grid", theme.grid},       {"@onAccent", readableOn(theme.accent)},
        {"@accent", theme.accent},   {"@text", theme.text},
        {"@muted", theme.mutedText}, {"@selection", theme.selection},
        {"@worse", theme.worseText}};
    for (const auto &[name, colour] : colours)
        sheet.replace(QLatin1StringView(name), colour.name());
    return sheet;
}

} // namespace

Appearance::Appearance(QObject *parent) : QObject(parent)
{
    access::install();
    new access::FocusRing(this);
    (void)desktopPalette(); // before the palette is ours
    QApplication::setStyle(new FieldStyle);
    apply();
}

const QPalette &Appearance::desktopPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

void Appearance::follow(const QPalette &desktop)
{
    const Theme::Id id = desktop.color(QPalette::Window).lightness() < 128 ? Theme::Id::Dark : Theme::Id::Light;
    std::optional<Theme> own;
    if (contrast(desktop.color(QPalette::WindowText), desktop.color(QPalette::Window)) >= kHighContrast)
        own = contrastTheme(desktop, id);
    if (id == m_theme && !own && !m_own)
        return;
    m_theme = id;
    m_own = own;
    apply();
}

int Appearance::pointSizeForScreen()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen && screen->size().height() < 900 ? 12 : 13;
}

void Appearance::setTheme(Theme::Id id)
{
    if (id == m_theme && !m_own)
        return;
    m_theme = id;
    m_own.reset();
    apply();
}

void Appearance::setPointSize(int points)
{
    points = std::clamp(points, 8, 32);
    if (points == m_pointSize)
        return;
    m_pointSize = points;
    apply();
}

void Appearance::apply()
{
    QApplication::setPalette(paletteOf(theme()));
    QApplication::setFont(QFont(timeline::fontFamily(), m_pointSize));
    qApp->setStyleSheet(m_bare ? QString() : styleSheetOf(theme()));
    Q_EMIT changed();
}

Appearance::Bare::Bare(Appearance &appearance) : m_appearance(appearance)
{
    appearance.m_bare = true;
    appearance.apply();
}

Appearance::Bare::~Bare()
{
    m_appearance.m_bare = false;
    m_appearance.apply();
}

QFont Appearance::codeFont() const
{
    QFont font(QStringLiteral("DejaVu Sans Mono"), m_pointSize);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QColor Appearance::onAccent() const
{
    return readableOn(theme().accent);
}

QString themeName(Theme::Id id)
{
    switch (id) {
    case Theme::Id::Dark: return QStringLiteral("dark");
    case Theme::Id::Print: return QStringLiteral("print");
    case Theme::Id::Light: break;
    }
    return QStringLiteral("light");
}

std::optional<Theme::Id> themeNamed(const QString &name)
{
    for (const Theme::Id id : {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print}) {
        if (name == themeName(id))
            return id;
    }
    return std::nullopt;
}

} // namespace coroscope
