// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/window/export_settings.h"

#include <memory>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace coroscope {

class PicturePreview;

/// Makes a picture, an animation or numbered pictures of what the window shows, with a preview. Long ones are drawn
/// bit by bit: the window stays alive, and Cancel leaves nothing behind. The runs must not change while it is open.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(Shown shown, QWidget *parent);
    ~ExportDialog() override;

    [[nodiscard]] const ExportSettings &settings() const { return m_settings; }
    void setSettings(const ExportSettings &settings);
    /// Draws and writes; written() or failed() says how it ended.
    void writeTo(const QString &path);
    [[nodiscard]] bool busy() const { return m_job != nullptr; }
    /// Stops what is being drawn.
    void stop();
    /// The page to the clipboard: as an image, and as an SVG for programs that take it.
    void copy();

    void done(int result) override;
    /// It is usable in any size: the choices scroll.
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

Q_SIGNALS:
    void written(const QString &path);
    void failed(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeControls(QFormLayout *form);
    void makeParts(QFormLayout *form);
    QComboBox *addChoice(QFormLayout *form, const QString &label, const QStringList &choices);
    void showSettings();
    void readControls();
    void showPage();
    void chooseFile();
    void writePage();
    void drawNext();
    void tellEnd(const formats::WriteResult &result);
    void endJob();
    void tell(const QString &sentence);

    Shown m_shown;
    ExportSettings m_settings;
    std::unique_ptr<formats::ExportJob> m_job;
    QString m_path;
    bool m_reading = false; ///< the controls are being set

    QBoxLayout *m_upper; ///< the preview, the choices beside it or below
    PicturePreview *m_preview;
    QComboBox *m_output = nullptr;
    QComboBox *m_size = nullptr;
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    QComboBox *m_scale = nullptr;
    QComboBox *m_look = nullptr;
    QComboBox *m_range = nullptr;
    QComboBox *m_speed = nullptr;
    QLineEdit *m_title = nullptr;
    QCheckBox *m_legend = nullptr;
    QCheckBox *m_table = nullptr;
    QCheckBox *m_console = nullptr;
    QCheckBox *m_notes = nullptr;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace coroscope
