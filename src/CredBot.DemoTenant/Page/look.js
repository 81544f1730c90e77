// How Web Chat and the cards in it look, taken from the page's own colours, so that both schemes are written down once.

const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif';
const monospace = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace';

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Too narrow for an avatar beside every card. */
export const narrow = matchMedia('(max-width: 24rem)');

export function chatLook() {
  const [surface, raised, line, text, subtle, accent, fill, onFill] =
    ['surface', 'raised', 'line', 'text', 'subtle', 'accent', 'fill', 'on-fill'].map(colour);
  return {
    accent, subtle, backgroundColor: surface, primaryFont: fonts, monospaceFont: monospace, fontSizeSmall: '80%', paddingRegular: 12,
    bubbleBackground: raised, bubbleBorderColor: line, bubbleBorderRadius: 14, bubbleTextColor: text, bubbleMaxWidth: 560, bubbleMinWidth: 200,
    bubbleFromUserBackground: fill, bubbleFromUserBorderColor: fill, bubbleFromUserBorderRadius: 14, bubbleFromUserTextColor: onFill,
    botAvatarInitials: narrow.matches ? undefined : 'CB', botAvatarBackgroundColor: fill, avatarSize: 32,
    cardPushButtonBackgroundColor: fill, cardPushButtonTextColor: onFill, cardEmphasisBackgroundColor: colour('emphasis'), richCardWrapTitle: true,
    sendBoxBackground: surface, sendBoxTextColor: text, sendBoxPlaceholderColor: subtle, sendBoxBorderTop: `solid 1px ${line}`, sendBoxHeight: 52,
    sendBoxButtonColor: accent, sendBoxButtonColorOnDisabled: subtle, sendBoxButtonShadeColorOnHover: raised, sendBoxButtonShadeColorOnActive: line,
    sendBoxButtonShadeColorOnDisabled: 'transparent', sendBoxButtonKeyboardFocusIndicatorBorderColor: accent, sendBoxButtonShadeBorderRadius: 8,
    sendBoxTextWrap: true, hideUploadButton: true,
    suggestedActionBackgroundColor: surface, suggestedActionBorderColor: accent, suggestedActionTextColor: accent, suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1, suggestedActionLayout: 'flow', suggestedActionHeight: 36, suggestedActionBackgroundColorOnHover: raised, suggestedActionBackgroundColorOnActive: line,
    suggestedActionKeyboardFocusIndicatorBorderColor: accent, suggestedActionsVisualKeyboardIndicatorColor: accent,
    timestampColor: subtle, notificationText: subtle, failedConnectivity: colour('bad'),
    toastSeparatorColor: line, toastErrorBackgroundColor: colour('bad-soft'), toastErrorColor: colour('bad'), toastInfoBackgroundColor: colour('accent-soft'),
    toastInfoColor: accent, toastSuccessBackgroundColor: colour('good-soft'), toastSuccessColor: colour('good'),
    toastWarnBackgroundColor: colour('warn-soft'), toastWarnColor: colour('warn'),
    transcriptVisualKeyboardIndicatorColor: accent, transcriptActivityVisualKeyboardIndicatorColor: accent, transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
    transcriptOverlayButtonBackground: fill, transcriptOverlayButtonBackgroundOnHover: fill, transcriptOverlayButtonBackgroundOnFocus: fill,
    transcriptOverlayButtonColor: onFill,
  };
}

export function cardLook() {
  const tone = name => ({ default: colour(name), subtle: colour(name) });
  const foregroundColors = {
    default: { default: colour('text'), subtle: colour('subtle') },
    accent: tone('accent'), attention: tone('bad'), good: tone('good'), warning: tone('warn'), dark: tone('text'), light: tone('subtle'),
  };
  const style = background => ({ backgroundColor: colour(background), foregroundColors });
  return {
    fontFamily: fonts,
    fontTypes: { default: fontType(fonts), monospace: fontType(monospace) },
    spacing: { small: 4, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: colour('line') },
    supportsInteractivity: true,
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: { foregroundColors }, emphasis: style('emphasis'), accent: style('accent-soft'), good: style('good-soft'),
      attention: style('bad-soft'), warning: style('warn-soft'),
    },
    actions: {
      actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 10, spacing: 'default',
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    },
    adaptiveCard: { allowCustomStyle: true },
    textBlock: { headingLevel: 3 },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
    factSet: {
      title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 180 },
      value: { weight: 'default', wrap: true },
      spacing: 12,
    },
  };
}

function fontType(fontFamily) {
  return {
    fontFamily,
    fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  };
}
