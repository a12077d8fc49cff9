import { Enumeration } from '../served.ts';

const values = (name: string, names: string) => new Enumeration(name, names.split(' '));

/** Enumerations of CardService (docs/apps-script/reference/card-service). */
export const BORDER_TYPES = values('BorderType', 'NO_BORDER STROKE');
export const CHIP_LIST_LAYOUTS = values('ChipListLayout', 'WRAPPED HORIZONTAL_SCROLLABLE');
export const COMPOSED_EMAIL_TYPES = values('ComposedEmailType', 'REPLY_AS_DRAFT STANDALONE_DRAFT');
export const CONTENT_TYPES = values('ContentType', 'TEXT MUTABLE_HTML IMMUTABLE_HTML');
export const DISPLAY_STYLES = values('DisplayStyle', 'PEEK REPLACE');
export const GRID_ITEM_LAYOUTS = values('GridItemLayout', 'TEXT_BELOW TEXT_ABOVE');
export const HORIZONTAL_ALIGNMENTS = values('HorizontalAlignment', 'START CENTER END');
export const HORIZONTAL_SIZE_STYLES = values('HorizontalSizeStyle', 'FILL_AVAILABLE_SPACE FILL_MINIMUM_SPACE');
export const ICONS = values(
  'Icon',
  'NONE AIRPLANE BOOKMARK BUS CAR CLOCK CONFIRMATION_NUMBER_ICON DOLLAR DESCRIPTION EMAIL EVENT_PERFORMER EVENT_SEAT FLIGHT_ARRIVAL FLIGHT_DEPARTURE HOTEL HOTEL_ROOM_TYPE INVITE MAP_PIN MEMBERSHIP MULTIPLE_PEOPLE OFFER PERSON PHONE RESTAURANT_ICON SHOPPING_CART STAR STORE TICKET TRAIN VIDEO_CAMERA VIDEO_PLAY',
);
export const IMAGE_BUTTON_STYLES = values('ImageButtonStyle', 'BORDERLESS OUTLINED FILLED');
export const IMAGE_CROP_TYPES = values('ImageCropType', 'SQUARE CIRCLE RECTANGLE_CUSTOM RECTANGLE_4_3');
export const IMAGE_STYLES = values('ImageStyle', 'SQUARE CIRCLE');
export const INPUT_TYPES = values('InputType', 'TEXT INTEGER FLOAT EMAIL');
export const INTERACTIONS = values('Interaction', 'INTERACTION_UNSPECIFIED OPEN_DIALOG');
export const LOAD_INDICATORS = values('LoadIndicator', 'SPINNER NONE');
export const ON_CLOSES = values('OnClose', 'NOTHING RELOAD RELOAD_ADD_ON');
export const OPEN_AS = values('OpenAs', 'FULL_SIZE OVERLAY');
export const SELECTION_INPUT_TYPES = values('SelectionInputType', 'CHECK_BOX RADIO_BUTTON SWITCH DROPDOWN MULTI_SELECT');
export const SWITCH_CONTROL_TYPES = values('SwitchControlType', 'SWITCH CHECK_BOX');
export const TEXT_BUTTON_STYLES = values('TextButtonStyle', 'TEXT OUTLINED FILLED FILLED_TONAL BORDERLESS');
export const VERTICAL_ALIGNMENTS = values('VerticalAlignment', 'CENTER TOP BOTTOM');
export const VISIBILITIES = values('Visibility', 'VISIBLE HIDDEN');
export const WRAP_STYLES = values('WrapStyle', 'NOWRAP WRAP');
