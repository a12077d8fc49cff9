/** Names heard in a British primary school's playground. Any likeness to a person is chance. */

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

export const CHILDREN = words(`
Aaliyah Aaron Abigail Adam Aisha Albert Alfie Alice Amara Amelia Amira Anaya Archie Arjun Arlo Arthur Ava Ayaan Beatrice Bella Benjamin Bethan Bilal
Bonnie Caleb Callum Carys Charlie Chidi Chloe Clara Daisy Daniel Dhruv Dylan Edith Eesa Eilidh Elijah Eliza Elsie Emeka Emily Erin Esme Ethan Eva Evie
Farah Fatima Felix Finlay Finn Florence Freddie Freya George Grace Gruff Hamza Hana Harriet Harry Harvey Hasan Hazel Henry Ibrahim Ines Iris Isaac
Isla Ivy Jack Jacob Jakub Jasmine Jaya Jessica Joshua Jude Kai Kavya Keira Kofi Kwame Layla Leah Leo Lily Logan Lola Louie Lucas Luca Lucy Lyra Mabel
Maisie Malachi Maryam Mason Matilda Max Maya Megan Mia Mila Millie Mohammed Molly Musa Myla Nancy Naomi Nia Niamh Noah Nora Oliver Olivia Omar Oscar
Otis Owen Phoebe Poppy Priya Ralph Reuben Rhys Riley Robyn Rohan Ronnie Rory Rosa Rose Rowan Ruby Rufus Safa Samuel Sara Scarlett Sebastian Seren
Simran Sofia Sonny Sophie Stanley Summer Tariq Teddy Temi Thea Theo Thomas Toby Tomasz Tyrell Violet Wilfred William Willow Yasmin Yusuf Zachary
Zainab Zara Zofia
`);

export const GROWN_UPS = words(`
Adele Adrian Agnieszka Alison Amit Andrea Andrew Angela Anita Anthony Asif Becky Bernadette Carl Catherine Charlotte Chinwe Chris Claire Colin Craig
Danielle Darren David Deborah Dean Deepa Dominic Donna Elaine Emma Farhan Faye Fiona Gareth Gemma Graham Hannah Harpreet Hayley Helen Ian Imran James
Jane Jason Jennifer Joanne John Julie Kamal Karen Karl Kate Katarzyna Keith Kelly Kevin Kirsty Kwabena Laura Lauren Lee Linda Lisa Louise Lucia Lynne
Marek Maria Mark Martin Matthew Meera Michael Michelle Mohamed Nadia Natalie Neil Nicola Nigel Oluwaseun Parveen Paul Peter Philip Rachel Rajesh
Rebecca Richard Robert Rosie Samantha Sanjay Sarah Scott Sharon Shazia Simon Sian Stacey Stephen Stuart Sunita Suzanne Tahira Tanya Thomas Tracey Uzma
Vanessa Victoria Wayne Wendy Yvonne Zoe
`);

export const FAMILIES = words(`
Abbott Abdi Acheampong Adams Ahmed Akhtar Ali Allen Anderson Appiah Archer Atkins Bailey Baker Balogun Banerjee Barker Begum Bell Bennett Birch
Boateng Booth Bradley Brennan Brooks Burton Butler Byrne Campbell Carter Chapman Chaudhry Cheung Clarke Coles Collins Cooper Costa Cox Dawson Das
Davies Dean Desai Dhillon Dixon Doyle Dunn Edwards Eze Farah Fernandes Fletcher Foster Fox Fraser Gallagher Garcia Gibson Gill Gordon Grant Greene
Griffiths Gupta Hall Hamilton Harding Harris Hassan Hayes Henderson Hill Holmes Hughes Hunter Hussain Igwe Iqbal Ivanov Jackson James Jankowski
Jenkins Johnson Jones Joshi Kamara Kaur Kelly Kennedy Khan Knight Kowalska Kumar Lam Lambert Lawson Lee Lewis Lloyd Mahmood Malik Marsh Martin Mason
Matthews Mbeki McDonald Mehta Mensah Mills Mistry Mitchell Moore Morgan Morris Murphy Murray Nair Nash Newman Nguyen Novak Nwosu Oliver Osei Owens
Palmer Parry Patel Pearce Perera Phillips Popescu Powell Price Qureshi Rahman Reid Reynolds Richards Roberts Robinson Rose Ross Russell Ryan Saeed
Saunders Scott Shah Sharma Shaw Silva Simmons Simpson Singh Smith Stewart Stone Sutton Taylor Thomas Thompson Tran Turner Uddin Vaughan Wade Walker
Walsh Ward Warren Watson Webb West White Williams Wilson Wong Wood Wright Yeboah Young Zaman Zielinski
`);
