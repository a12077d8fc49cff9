/**
 * The page that Classroom opens in its frame: to put the rules onto a post, or, of a post that has them, what teachers see. Others could
 * frame it too; all that a press does is to put the rules onto a post, and that takes a token which only Classroom gives.
 */
export function serveClassroomPage(event: GoogleAppsScript.Events.DoGet): GoogleAppsScript.HTML.HtmlOutput {
  const [name, title] = event.parameter['view'] === 'teacher' ? ['classroom-teacher', 'Before this lesson'] : ['classroom-attach', 'Rules for live lessons'];
  return HtmlService.createHtmlOutputFromFile(name)
    .setTitle(title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1')
    .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
}
