import { Action, AuthorizationAction, AuthorizationException, CardAction, OpenLink } from './cards/actions.ts';
import { ButtonSet, Chip, ChipList, CollapseControl, FixedFooter, ImageButton, OverflowMenu, OverflowMenuItem, TextButton } from './cards/buttons.ts';
import { CardBuilder, CardHeader, CardSection } from './cards/card.ts';
import * as enums from './cards/enums.ts';
import { BorderStyle, IconImage, Image, ImageComponent, ImageCropStyle, MaterialIcon } from './cards/images.ts';
import { DatePicker, DateTimePicker, SelectionInput, Suggestions, Switch, TextInput, TimePicker, Validation } from './cards/inputs.ts';
import { Column, Columns, Grid, GridItem } from './cards/layouts.ts';
import * as responses from './cards/responses.ts';
import { DecoratedText, Divider, KeyValue, TextParagraph } from './cards/texts.ts';
import type { Globals } from './realm.ts';
import { documented, LocalServed } from './served.ts';

/** docs/apps-script/reference/card-service/card-service.md. Not here: what only Chat apps and Workspace Studio use. */
class CardService extends LocalServed {
  readonly $name = 'CardService';
  readonly BorderType = enums.BORDER_TYPES;
  readonly ChipListLayout = enums.CHIP_LIST_LAYOUTS;
  readonly ComposedEmailType = enums.COMPOSED_EMAIL_TYPES;
  readonly ContentType = enums.CONTENT_TYPES;
  readonly DisplayStyle = enums.DISPLAY_STYLES;
  readonly GridItemLayout = enums.GRID_ITEM_LAYOUTS;
  readonly HorizontalAlignment = enums.HORIZONTAL_ALIGNMENTS;
  readonly HorizontalSizeStyle = enums.HORIZONTAL_SIZE_STYLES;
  readonly Icon = enums.ICONS;
  readonly ImageButtonStyle = enums.IMAGE_BUTTON_STYLES;
  readonly ImageCropType = enums.IMAGE_CROP_TYPES;
  readonly ImageStyle = enums.IMAGE_STYLES;
  readonly InputType = enums.INPUT_TYPES;
  readonly Interaction = enums.INTERACTIONS;
  readonly LoadIndicator = enums.LOAD_INDICATORS;
  readonly OnClose = enums.ON_CLOSES;
  readonly OpenAs = enums.OPEN_AS;
  readonly SelectionInputType = enums.SELECTION_INPUT_TYPES;
  readonly SwitchControlType = enums.SWITCH_CONTROL_TYPES;
  readonly TextButtonStyle = enums.TEXT_BUTTON_STYLES;
  readonly VerticalAlignment = enums.VERTICAL_ALIGNMENTS;
  readonly Visibility = enums.VISIBILITIES;
  readonly WrapStyle = enums.WRAP_STYLES;

  newAction() {
    return new Action();
  }
  newActionResponseBuilder() {
    return new responses.ActionResponseBuilder();
  }
  newAttachment() {
    return new responses.Attachment();
  }
  newAuthorizationAction() {
    return new AuthorizationAction();
  }
  newAuthorizationException() {
    return new AuthorizationException();
  }
  newBorderStyle() {
    return new BorderStyle();
  }
  newButtonSet() {
    return new ButtonSet();
  }
  newCalendarEventActionResponseBuilder() {
    return new responses.CalendarEventActionResponseBuilder();
  }
  newCardAction() {
    return new CardAction();
  }
  newCardBuilder() {
    return new CardBuilder();
  }
  newCardHeader() {
    return new CardHeader();
  }
  newCardSection() {
    return new CardSection();
  }
  newChip() {
    return new Chip();
  }
  newChipList() {
    return new ChipList();
  }
  newCollapseControl() {
    return new CollapseControl();
  }
  newColumn() {
    return new Column();
  }
  newColumns() {
    return new Columns();
  }
  newComposeActionResponseBuilder() {
    return new responses.ComposeActionResponseBuilder();
  }
  newDatePicker() {
    return new DatePicker();
  }
  newDateTimePicker() {
    return new DateTimePicker();
  }
  newDecoratedText() {
    return new DecoratedText();
  }
  newDivider() {
    return new Divider();
  }
  newDriveItemsSelectedActionResponseBuilder() {
    return new responses.DriveItemsSelectedActionResponseBuilder();
  }
  newEditorFileScopeActionResponseBuilder() {
    return new responses.EditorFileScopeActionResponseBuilder();
  }
  newFixedFooter() {
    return new FixedFooter();
  }
  newGrid() {
    return new Grid();
  }
  newGridItem() {
    return new GridItem();
  }
  newIconImage() {
    return new IconImage();
  }
  newImage() {
    return new Image();
  }
  newImageButton() {
    return new ImageButton();
  }
  newImageComponent() {
    return new ImageComponent();
  }
  newImageCropStyle() {
    return new ImageCropStyle();
  }
  newKeyValue() {
    return new KeyValue();
  }
  newLinkPreview() {
    return new responses.LinkPreview();
  }
  newMaterialIcon() {
    return new MaterialIcon();
  }
  newNavigation() {
    return new responses.Navigation();
  }
  newNotification() {
    return new responses.Notification();
  }
  newOpenLink() {
    return new OpenLink();
  }
  newOverflowMenu() {
    return new OverflowMenu();
  }
  newOverflowMenuItem() {
    return new OverflowMenuItem();
  }
  newSelectionInput() {
    return new SelectionInput();
  }
  newSuggestions() {
    return new Suggestions();
  }
  newSuggestionsResponseBuilder() {
    return new responses.SuggestionsResponseBuilder();
  }
  newSwitch() {
    return new Switch();
  }
  newTextButton() {
    return new TextButton();
  }
  newTextInput() {
    return new TextInput();
  }
  newTextParagraph() {
    return new TextParagraph();
  }
  newTimePicker() {
    return new TimePicker();
  }
  newUniversalActionResponseBuilder() {
    return new responses.UniversalActionResponseBuilder();
  }
  newValidation() {
    return new Validation();
  }
}

/** In the documentation, and not yet in the type package. */
type Newer =
  | 'ChipListLayout'
  | 'HorizontalSizeStyle'
  | 'ImageButtonStyle'
  | 'VerticalAlignment'
  | 'Visibility'
  | 'WrapStyle'
  | 'newChip'
  | 'newChipList'
  | 'newCollapseControl'
  | 'newColumn'
  | 'newColumns'
  | 'newOverflowMenu'
  | 'newOverflowMenuItem';
documented<CardService, GoogleAppsScript.Card_Service.CardService & Record<Newer, unknown>>(true);

export const cardGlobals: Globals = { CardService: () => new CardService() };
