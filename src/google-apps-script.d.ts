/**
 * What Google documents and `@types/google-apps-script` 2.0.13 lacks: publishing a form, its responders, rating questions, asking for
 * single rights, who somebody is, attachments of Classroom add-ons.
 * To be dropped when the package has them.
 */
declare namespace GoogleAppsScript {
  namespace Classroom {
    namespace Schema {
      interface AddOnAttachment {
        id?: string;
        title?: string;
        teacherViewUri?: { uri: string };
        studentViewUri?: { uri: string };
      }
      interface AddOnContext {
        courseId?: string;
        itemId?: string;
        teacherContext?: object;
        studentContext?: object;
      }
    }
    namespace Collection {
      namespace Courses {
        interface AddOnAttachmentsCollection {
          create(resource: Schema.AddOnAttachment, courseId: string, itemId: string, optionalArgs: { addOnToken?: string }): Schema.AddOnAttachment;
          list(courseId: string, itemId: string): { addOnAttachments?: Schema.AddOnAttachment[] };
        }
        interface WithAddOns {
          AddOnAttachments: AddOnAttachmentsCollection;
          getAddOnContext(courseId: string, itemId: string, optionalArgs: { addOnToken?: string; attachmentId?: string }): Schema.AddOnContext;
        }
        interface AnnouncementsCollection extends WithAddOns {}
        interface CourseWorkCollection extends WithAddOns {}
        interface CourseWorkMaterialsCollection extends WithAddOns {}
      }
    }
  }
  namespace Forms {
    enum ItemType {
      RATING = 17,
    }
    enum RatingIconType {
      STAR,
      HEART,
      THUMB_UP,
    }
    interface FormApp {
      RatingIconType: typeof RatingIconType;
      create(title: string, isPublished: boolean): Form;
    }
    interface Form {
      addPublishedReader(emailAddress: string): Form;
      addPublishedReader(user: Base.User): Form;
      addPublishedReaders(emailAddresses: string[]): Form;
      addRatingItem(): RatingItem;
      getPublishedReaders(): Base.User[];
      isPublished(): boolean;
      removePublishedReader(emailAddress: string): Form;
      removePublishedReader(user: Base.User): Form;
      setPublished(enabled: boolean): Form;
      supportsAdvancedResponderPermissions(): boolean;
    }
    interface Item {
      asRatingItem(): RatingItem;
    }
    interface RatingItem {
      createResponse(response: Integer): ItemResponse;
      duplicate(): RatingItem;
      getGeneralFeedback(): QuizFeedback;
      getHelpText(): string;
      getId(): Integer;
      getIndex(): Integer;
      getPoints(): Integer;
      getRatingIcon(): RatingIconType;
      getRatingScaleLevel(): Integer;
      getTitle(): string;
      getType(): ItemType;
      isRequired(): boolean;
      setGeneralFeedback(feedback: QuizFeedback): RatingItem;
      setHelpText(text: string): RatingItem;
      setPoints(points: Integer): RatingItem;
      setRatingIcon(ratingIcon: RatingIconType): RatingItem;
      setRatingScaleLevel(ratingScaleLevel: Integer): RatingItem;
      setRequired(enabled: boolean): RatingItem;
      setTitle(title: string): RatingItem;
    }
  }
  namespace Script {
    interface ScriptApp {
      getAuthorizationInfo(authMode: AuthMode, oAuthScopes: string[]): AuthorizationInfo;
      getIdentityToken(): string | null;
    }
  }
}
